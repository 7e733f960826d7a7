namespace FieldKit.Domain.WritingHelp;

/// <summary>A question about a piece of the text. Nothing follows from it, and dismissing it is noted nowhere.</summary>
/// <param name="Start">Index of the first character.</param>
/// <param name="Length">In characters; 0 for a question about the text as a whole.</param>
public readonly record struct Hint(HintKind Kind, string Question, int Start, int Length);

/// <summary>Where a text is written; some questions make no sense everywhere.</summary>
/// <param name="AdviceWithoutName">The writer asks advice without a name.</param>
/// <param name="HasCounterSignal">Something that reassures is written somewhere in this draft.</param>
public readonly record struct HintContext(WritingField Field, bool AdviceWithoutName, bool HasCounterSignal);

public enum WritingField
{
    /// <summary>What was seen, heard or read.</summary>
    Facts,

    /// <summary>The box for literal words: all of it counts as a quote, with or without marks.</summary>
    Literal,

    /// <summary>The box for opinions.</summary>
    Impression,

    /// <summary>What speaks against the worry.</summary>
    Reassuring,

    /// <summary>The page that is meant for names.</summary>
    Name,
}

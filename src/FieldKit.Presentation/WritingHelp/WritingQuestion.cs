using FieldKit.Domain.WritingHelp;

namespace FieldKit.Presentation.WritingHelp;

/// <summary>One question about what stands in a field, with all the words that it is about.</summary>
/// <param name="Words">As they were written, each once; empty for a question about the text as a whole.</param>
public sealed record WritingQuestion(HintKind Kind, string Text, IReadOnlyList<string> Words)
{
    /// <summary>Somebody may be in danger: the numbers come with it.</summary>
    public bool IsUrgent => Kind == HintKind.Urgency;

    /// <summary>Somebody may be pulling at this person: that has a flowchart of its own (facts.md C8, F10).</summary>
    public bool HasRoute => Kind == HintKind.Recruitment;

    /// <summary>The same question about the same words in the same order.</summary>
    public bool Equals(WritingQuestion? other) =>
        other is not null && Kind == other.Kind && Text == other.Text && Words.SequenceEqual(other.Words, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Kind, Text, Words.Count);
}

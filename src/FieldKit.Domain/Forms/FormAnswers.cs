namespace FieldKit.Domain.Forms;

/// <summary>What one field holds: chosen option values (ordered as chosen) and text. Both may be empty.</summary>
public sealed record FormAnswer(IReadOnlyList<string> Choices, string Text)
{
    public static FormAnswer Empty { get; } = new([], "");

    public bool IsEmpty => Choices.Count == 0 && string.IsNullOrWhiteSpace(Text);
}

/// <summary>The place of an answer: a field, and in a repeated section which repetition (from 0; 0 elsewhere).</summary>
public readonly record struct AnswerKey(string Field, int Repetition)
{
    /// <summary>As stored: "s2_wat" or "s2_wat#1".</summary>
    public override string ToString() => Repetition == 0 ? Field : $"{Field}#{Repetition}";

    /// <exception cref="FormatException">Not of that form.</exception>
    public static AnswerKey Parse(string text)
    {
        var mark = text.LastIndexOf('#');
        return mark < 0 ? new(text, 0) : new(text[..mark], int.Parse(text[(mark + 1)..], System.Globalization.CultureInfo.InvariantCulture));
    }
}

namespace FieldKit.Domain.Forms;

/// <summary>What one field holds: chosen option values (ordered as chosen) and text. Both may be empty.</summary>
public sealed record FormAnswer(IReadOnlyList<string> Choices, string Text)
{
    public static FormAnswer Empty { get; } = new([], "");

    /// <summary>A check box that is ticked.</summary>
    public static FormAnswer Ticked { get; } = new([TickedValue], "");

    public const string TickedValue = "ja";

    public bool IsEmpty => Choices.Count == 0 && string.IsNullOrWhiteSpace(Text);

    /// <summary>
    /// Only what the field can hold: known options, one of them where one is asked, and an option that stands alone
    /// ("nog niemand") not beside others: what was chosen last wins.
    /// </summary>
    internal FormAnswer FittedTo(FormField field)
    {
        var known = field.Kind == FieldKind.Check
            ? Choices.Where(value => value == TickedValue).Distinct().ToList()
            : [.. Choices.Where(value => field.Options.Any(option => option.Value == value)).Distinct()];
        if (known.Count > 1)
        {
            var alone = field.Options.Where(option => option.Alone).Select(option => option.Value).ToHashSet();
            known = field.Kind != FieldKind.Multi || alone.Contains(known[^1]) ? [known[^1]] : [.. known.Where(value => !alone.Contains(value))];
        }

        return this with { Choices = known, Text = field.TakesText ? Text : "" };
    }
}

/// <summary>The place of an answer: a field, and in a repeated section which repetition (from 0; 0 elsewhere).</summary>
public readonly record struct AnswerKey(string Field, int Repetition)
{
    /// <summary>As stored: "s2_wat" or "s2_wat#1".</summary>
    public override string ToString() => Repetition == 0 ? Field : $"{Field}#{Repetition}";

    public static bool TryParse(string text, out AnswerKey key)
    {
        var mark = text.LastIndexOf('#');
        var repetition = 0;
        var readable = mark < 0 || int.TryParse(
            text.AsSpan(mark + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out repetition);
        key = readable ? new(mark < 0 ? text : text[..mark], repetition) : default;
        return readable;
    }

    /// <exception cref="FormatException">Not of that form.</exception>
    public static AnswerKey Parse(string text)
    {
        var mark = text.LastIndexOf('#');
        return mark < 0 ? new(text, 0) : new(text[..mark], int.Parse(text[(mark + 1)..], System.Globalization.CultureInfo.InvariantCulture));
    }
}

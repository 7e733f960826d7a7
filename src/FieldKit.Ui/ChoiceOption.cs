namespace FieldKit.Ui;

/// <summary>One option of a <see cref="ChoiceField"/>; the hint stands below it while it is chosen.</summary>
public sealed record ChoiceOption(string Value, string Label, string? Hint = null);

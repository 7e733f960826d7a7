namespace FieldKit.Ui;

/// <summary>One tile of <see cref="Picks"/>.</summary>
/// <param name="Language">Where the label is in another language than the page.</param>
public sealed record PickOption(string Value, string Label, string? Language = null);

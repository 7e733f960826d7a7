using FieldKit.Domain.Languages;

namespace FieldKit.Domain.Forms;

/// <summary>A form as data. The engine knows nothing of this particular form.</summary>
/// <param name="Version">Counts up with every change; a draft keeps the version that it began with.</param>
/// <param name="Facts">Ids of the fact base; null in forms from before they were kept.</param>
public sealed record FormDefinition(
    string Id,
    int Version,
    LocalText Title,
    IReadOnlyList<FormSection> Sections,
    IReadOnlyList<string>? Facts = null);

/// <param name="Repeat">Null: once. Otherwise each field has an answer per repetition.</param>
public sealed record FormSection(
    string Id,
    LocalText Title,
    LocalText? Help,
    FormRepeat? Repeat,
    FormCondition? ShowIf,
    IReadOnlyList<FormField> Fields);

/// <summary>Inclusive bounds, as in "1 to 10 facts".</summary>
public sealed record FormRepeat(int Minimum, int Maximum, LocalText ItemTitle, LocalText AddLabel);

/// <param name="Kind">What the field takes.</param>
/// <param name="Required">Null: never. <see cref="FormCondition.Always"/>: whenever shown.</param>
/// <param name="ShowIf">Null: always shown.</param>
/// <param name="WithText">A choice field that also takes a short text.</param>
/// <param name="MaximumLength">Characters of text.</param>
/// <param name="Placement">"", "opinion" (its own box in the reader's layout) or "name" (the closed last page).</param>
/// <param name="Leaves">False: the answer never leaves the device (it only steers the form).</param>
/// <param name="Default">Option value that holds until the writer chooses; null for none.</param>
/// <param name="Facts">Ids of the fact base; null in forms from before they were kept.</param>
public sealed record FormField(
    string Id,
    FieldKind Kind,
    LocalText Label,
    LocalText? Help,
    IReadOnlyList<FormOption> Options,
    FormCondition? Required,
    FormCondition? ShowIf,
    bool WithText,
    int MaximumLength,
    string Placement,
    bool Leaves,
    string? Default = null,
    IReadOnlyList<string>? Facts = null)
{
    /// <summary>Answered by choosing; a <see cref="FieldKind.Period"/> is answered by its text, its options only add to it.</summary>
    public bool TakesChoice => Kind is FieldKind.Single or FieldKind.Multi or FieldKind.Check;

    public bool TakesText => WithText || Kind is FieldKind.Text or FieldKind.LongText or FieldKind.Period;
}

public enum FieldKind
{
    Single,
    Multi,
    Text,
    LongText,

    /// <summary>A date or a period in the writer's own words ("3 november, eind van de middag"); options ("precies", "ongeveer") may stand beside it.</summary>
    Period,
    Check,
}

/// <param name="Hint">Shown when chosen; never blocks.</param>
/// <param name="Stops">The form waits while this is chosen ("danger", "home", "officer"), and says where to turn.</param>
/// <param name="AsksText">"Nee, want …": chosen, it needs the field's short text.</param>
/// <param name="Alone">"Nog niemand": cannot stand beside other options of a multiple choice.</param>
public sealed record FormOption(
    string Value,
    LocalText Label,
    LocalText? Hint,
    string? Stops,
    bool AsksText = false,
    bool Alone = false);

/// <summary>All listed fields have one of the listed values (or, with an empty list, any answer). No lists: always.</summary>
public sealed record FormCondition(IReadOnlyList<FormTest> All)
{
    public static FormCondition Always { get; } = new([]);
}

/// <param name="In">Option values; empty means "has any answer".</param>
public sealed record FormTest(string Field, IReadOnlyList<string> In);

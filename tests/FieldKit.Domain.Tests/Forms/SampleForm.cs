using FieldKit.Domain.Forms;
using FieldKit.Domain.Languages;

namespace FieldKit.Domain.Tests.Forms;

/// <summary>A form with every kind of field and condition, and nothing to do with signals.</summary>
internal static class SampleForm
{
    public static FormSection Start { get; } = Section("start", null, null,
        Field("route", FieldKind.Single, ["kort", "lang", "stop"], required: true) with { Default = "kort" },
        Field("steer", FieldKind.Single, ["a", "b"]) with { Leaves = false },
        Field("who", FieldKind.Multi, ["x", "y", "none"]) with { WithText = true, MaximumLength = 10 });

    public static FormSection Events { get; } = Section("events", new(1, 4, Text("Item"), Text("Add")), When("route", "kort", "lang"),
        Field("when", FieldKind.Period, ["precies", "ongeveer"], required: true),
        Field("kind", FieldKind.Single, ["seen", "heard"], required: true),
        Field("source", FieldKind.Text, [], required: true) with { ShowIf = When("kind", "heard") },
        Field("role", FieldKind.Text, []) with { ShowIf = When("source") });

    public static FormSection End { get; } = Section("end", null, When("route", "lang"),
        Field("heardAny", FieldKind.LongText, []) with { ShowIf = When("kind", "heard") },
        Field("reason", FieldKind.Single, ["yes", "no"], required: true) with { WithText = true, MaximumLength = 20 },
        Field("sure", FieldKind.Check, [], required: true));

    public static FormDefinition Definition { get; } = new("sample", 1, Text("Sample"), [Start, Events, End]);

    public static IReadOnlyList<FormField> Fields { get; } = [.. Definition.Sections.SelectMany(section => section.Fields)];

    public static FormCondition When(string field, params string[] values) => new([new(field, values)]);

    public static LocalText Text(string text) => new(text);

    private static FormSection Section(string id, FormRepeat? repeat, FormCondition? showIf, params FormField[] fields) =>
        new(id, Text(id), null, repeat, showIf, fields);

    private static FormField Field(string id, FieldKind kind, string[] options, bool required = false) => new(
        id, kind, Text(id), null,
        [.. options.Select(value => new FormOption(value, Text(value), null, value == "stop" ? "halt" : null, AsksText: value == "no", Alone: value == "none"))],
        required ? FormCondition.Always : null, null, false, 100, "", true);
}

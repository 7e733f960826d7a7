using FieldKit.Content.Reading;
using FieldKit.Domain.Forms;

namespace FieldKit.Content.Forms;

internal static class FormReader
{
    private static readonly Dictionary<string, FieldKind> Kinds = new()
    {
        ["single"] = FieldKind.Single,
        ["multi"] = FieldKind.Multi,
        ["text"] = FieldKind.Text,
        ["long_text"] = FieldKind.LongText,
        ["period"] = FieldKind.Period,
        ["check"] = FieldKind.Check,
    };

    public static FormDefinition Read(YamlMap map) => map.Done(new FormDefinition(
        map.Text("id"),
        map.Number("version") ?? 0,
        map.Local("title"),
        [.. map.Maps("sections").Select(ReadSection)],
        map.Texts("facts")));

    private static FormSection ReadSection(YamlMap map) => map.Done(new FormSection(
        map.Text("id"),
        map.Local("title"),
        map.OptionalLocal("help"),
        map.Map("repeat") is { } repeat ? ReadRepeat(repeat) : null,
        ReadCondition(map, "show_if"),
        [.. map.Maps("fields").Select(ReadField)]));

    private static FormRepeat ReadRepeat(YamlMap map) => map.Done(new FormRepeat(
        map.Number("minimum") ?? 1,
        map.Number("maximum") ?? 1,
        map.Local("item"),
        map.Local("add")));

    private static FormField ReadField(YamlMap map) => map.Done(new FormField(
        map.Text("id"),
        map.Choice("kind", Kinds, FieldKind.Text),
        map.Local("label"),
        map.OptionalLocal("help"),
        [.. map.Maps("options").Select(ReadOption)],
        ReadCondition(map, "required"),
        ReadCondition(map, "show_if"),
        map.Flag("with_text"),
        map.Number("maximum_length") ?? 0,
        map.OptionalText("placement") ?? "",
        map.Flag("leaves", otherwise: true),
        map.OptionalText("default"),
        map.Texts("facts")));

    private static FormOption ReadOption(YamlMap map) => map.Done(new FormOption(
        map.Text("value"),
        map.Local("label"),
        map.OptionalLocal("hint"),
        map.OptionalText("stops"),
        map.Flag("asks_text"),
        map.Flag("alone")));

    /// <summary>"always", or a list of tests that must all pass.</summary>
    private static FormCondition? ReadCondition(YamlMap map, string key)
    {
        if (map.IsText(key))
        {
            return map.Choice(key, new Dictionary<string, FormCondition> { ["always"] = FormCondition.Always }, FormCondition.Always);
        }

        var tests = map.Maps(key).Select(test => test.Done(new FormTest(test.Text("field"), test.Texts("in")))).ToList();
        return tests.Count == 0 ? null : new(tests);
    }
}

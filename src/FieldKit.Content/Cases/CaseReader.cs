using FieldKit.Content.Reading;
using FieldKit.Domain.Cases;

namespace FieldKit.Content.Cases;

internal static class CaseReader
{
    public static PracticeCase Read(YamlMap map) => map.Done(new PracticeCase(
        map.Text("id"),
        map.Local("title"),
        map.Local("audience"),
        map.Local("purpose"),
        map.OptionalText("municipality"),
        map.Texts("roles"),
        map.Local("story"),
        [.. map.Maps("mirrors").Select(ReadMirror)],
        [.. map.Maps("questions").Select(ReadQuestion)],
        map.Local("learned"),
        map.Map("route") is { } route ? ReadRoute(route) : new CaseRoute(null, [], [], OffersSignal: false),
        map.Texts("facts"),
        map.Date("updated")));

    private static CaseMirror ReadMirror(YamlMap map) =>
        map.Done(new CaseMirror(map.Keys.ToDictionary(key => key, map.LocalOrSame, StringComparer.Ordinal)));

    private static CaseQuestion ReadQuestion(YamlMap map) => map.Done(new CaseQuestion(
        map.Text("id"),
        map.Local("text"),
        [.. map.Maps("options").Select(ReadOption)],
        map.Texts("facts")));

    private static CaseOption ReadOption(YamlMap map) =>
        map.Done(new CaseOption(map.Local("label"), map.Local("feedback"), map.Flag("advised")));

    private static CaseRoute ReadRoute(YamlMap map) =>
        map.Done(new CaseRoute(map.OptionalText("flowchart"), map.Texts("guides"), map.Texts("contacts"), map.Flag("signal")));
}

using FieldKit.Content.Reading;

namespace FieldKit.Content.Facts;

/// <summary>Reads the three files of the folder facts/.</summary>
internal static class FactRegisterReader
{
    /// <summary>More than any section has; keeps a slip of the pen from filling the memory.</summary>
    private const int MostItems = 999;

    public static FactRegister Read(ContentFolder files) => new(
        files.Map("facts/rows.yaml") is { } rows ? ReadRows(rows) : new([], []),
        files.Map("facts/sections.yaml") is { } sections ? ReadSections(sections) : new([], [], []),
        [.. files.List("facts/not-carried.yaml").Select(ReadNotCarried)]);

    public static FactRows ReadRows(YamlMap map) => map.Done(new FactRows(
        [.. map.Maps("rows").Select(ReadRow)],
        [.. map.Maps("sources").Select(ReadSource)]));

    private static FactRow ReadRow(YamlMap map) => map.Done(new FactRow(map.Text("id"), map.Text("municipality"), map.Texts("support")));

    private static FactSource ReadSource(YamlMap map) => map.Done(new FactSource(map.Text("id"), map.LocalOrSame("title")));

    public static FactSections ReadSections(YamlMap map) => map.Done(new FactSections(
        [.. map.Maps("sections").Select(ReadSection)],
        [.. map.Maps("series").Select(ReadSeries)],
        [.. map.Maps("documents").Select(ReadDocument)]));

    private static FactSection ReadSection(YamlMap map) => map.Done(new FactSection(map.Text("id"), Math.Min(MostItems, map.Number("items") ?? 0)));

    private static FactSeries ReadSeries(YamlMap map) => map.Done(new FactSeries(map.Text("prefix"), Math.Min(MostItems, map.Number("last") ?? 0)));

    private static FactDocument ReadDocument(YamlMap map) => map.Done(new FactDocument(map.Text("id"), map.Texts("headings"), map.OptionalLocal("title"), map.OptionalText("first"), map.OptionalText("last")));

    public static FactNotCarried ReadNotCarried(YamlMap map) => map.Done(new FactNotCarried(map.Text("id"), map.Text("reason")));
}

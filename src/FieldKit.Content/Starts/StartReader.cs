using FieldKit.Content.Reading;
using FieldKit.Domain.Starts;

namespace FieldKit.Content.Starts;

internal static class StartReader
{
    public static RoleStart Read(YamlMap map) => map.Done(new RoleStart(
        map.Text("id"),
        map.Texts("roles"),
        [.. map.Maps("cards").Select(ReadStep)],
        map.Texts("facts")));

    private static StartStep ReadStep(YamlMap map) => map.Done(new StartStep(
        map.Local("title"),
        map.Local("text"),
        map.OptionalText("municipality"),
        map.OptionalText("flowchart"),
        map.OptionalText("guide"),
        map.OptionalText("contact")));
}

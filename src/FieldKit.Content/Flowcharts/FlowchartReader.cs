using FieldKit.Content.Reading;
using FieldKit.Domain.Flowcharts;

namespace FieldKit.Content.Flowcharts;

internal static class FlowchartReader
{
    public static Flowchart Read(YamlMap map) => map.Done(new Flowchart(
        map.Text("id"),
        map.Local("title"),
        map.Local("purpose"),
        map.OptionalText("municipality"),
        map.Texts("roles"),
        map.Text("start"),
        [.. map.Maps("steps").Select(ReadStep)],
        map.Texts("facts"),
        map.Date("updated")));

    private static FlowStep ReadStep(YamlMap map) => map.Done(new FlowStep(
        map.Text("id"),
        map.Local("title"),
        map.OptionalLocal("explanation"),
        map.Flag("danger"),
        [.. map.Maps("choices").Select(ReadChoice)],
        map.Map("outcome") is { } outcome ? ReadOutcome(outcome) : null,
        map.Texts("facts")));

    private static FlowChoice ReadChoice(YamlMap map) => map.Done(new FlowChoice(map.Local("label"), map.Text("to"), map.Flag("returns")));

    private static FlowOutcome ReadOutcome(YamlMap map) =>
        map.Done(new FlowOutcome(map.Texts("contacts"), map.Texts("guides"), map.Flag("signal")));
}

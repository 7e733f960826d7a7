using FieldKit.Domain;
using FieldKit.Domain.Flowcharts;
using FieldKit.Presentation.Maps;

namespace FieldKit.Presentation.Flowcharts;

/// <summary>The whole of a flowchart, with the way that was walked through it.</summary>
public sealed class FlowchartMap
{
    private FlowchartMap(Flowchart chart, RouteMap map, string back)
    {
        Chart = chart;
        Map = map;
        Back = back;
    }

    public Flowchart Chart { get; }

    public RouteMap Map { get; }

    /// <summary>The step that one stands at, or the list.</summary>
    public string Back { get; }

    /// <returns>Null when there is no such chart.</returns>
    public static FlowchartMap? Open(ContentBundle bundle, FlowchartWalk walk, string id, string language)
    {
        if (bundle.Flowcharts.FirstOrDefault(candidate => candidate.Id == id) is not { } chart)
        {
            return null;
        }

        walk.Recall(bundle.Flowcharts);
        return new(chart, Draw(bundle, chart, walk, language), walk.Visited.LastOrDefault() is { } here && here.Chart.Id == id ? FlowchartScreen.AddressOf(here) : "/route");
    }

    public static string AddressOf(string chart) => $"/route/{chart}/kaart";

    private static RouteMap Draw(ContentBundle bundle, Flowchart chart, FlowchartWalk walk, string language)
    {
        var taken = (walk.Visited.LastOrDefault()?.Position.Moves ?? []).Where(move => move.Flowchart == chart.Id).Select(move => (move.Step, move.Choice)).ToHashSet();
        var lines = (
            from step in chart.Steps
            from indexed in step.Choices.Index()
            select new MapLine(step.Id, indexed.Item.To, indexed.Item.Label.In(language), taken.Contains((step.Id, indexed.Index)), indexed.Item.Returns)).ToList();
        var steps = chart.Steps.OrderBy(step => step.Id == chart.Start ? 0 : 1).Select(step => Box(chart, step, walk, language));
        var elsewhere =
            from line in lines
            where chart.Steps.All(step => step.Id != line.To)
            group line by line.To into leaving
            let title = bundle.Flowcharts.FirstOrDefault(other => other.Id == leaving.Key)?.Title.In(language) ?? leaving.Key
            select new MapBox(leaving.Key, MapKind.Elsewhere, title, $"/route/{leaving.Key}", Mark: leaving.Any(line => line.Taken) ? MapMark.Walked : MapMark.None);
        return new([.. steps, .. elsewhere], lines);
    }

    private static MapBox Box(Flowchart chart, FlowStep step, FlowchartWalk walk, string language)
    {
        var kind = step.Outcome is not null ? MapKind.Outcome : step.Id == chart.Start ? MapKind.Start : MapKind.Question;
        return new(step.Id, kind, step.Title.In(language), FlowchartScreen.AddressOf(chart, step), step.Danger, MarkOf(chart, step, walk));
    }

    private static MapMark MarkOf(Flowchart chart, FlowStep step, FlowchartWalk walk)
    {
        var at = walk.Visited.ToList().FindIndex(visited => visited.Chart.Id == chart.Id && visited.Step.Id == step.Id);
        return at < 0 ? MapMark.None : at == walk.Visited.Count - 1 ? MapMark.Here : MapMark.Walked;
    }
}

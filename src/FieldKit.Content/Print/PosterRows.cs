using FieldKit.Domain.Flowcharts;

namespace FieldKit.Content.Print;

/// <summary>Puts steps in layers by their longest way from the start, and in each layer near what leads to them.</summary>
internal static class PosterRows
{
    /// <summary>The content rules keep charts free of loops, except where a choice says that it goes back.</summary>
    public static IReadOnlyList<IReadOnlyList<FlowStep>> Of(Flowchart chart)
    {
        var known = chart.Steps.ToDictionary(step => step.Id, StringComparer.Ordinal);
        var before = (
            from step in chart.Steps
            from choice in step.Choices
            where !choice.Returns && known.ContainsKey(choice.To)
            select (step.Id, choice.To)).ToLookup(pair => pair.To, pair => pair.Id, StringComparer.Ordinal);
        var depths = new Dictionary<string, int>(StringComparer.Ordinal);
        var layers = chart.Steps.GroupBy(step => DepthOf(step.Id, before, depths)).OrderBy(layer => layer.Key).Select(layer => layer.ToList()).ToList();
        var places = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var layer in layers)
        {
            layer.Sort((one, other) => MeanOf(one).CompareTo(MeanOf(other)));
            for (var at = 0; at < layer.Count; at++)
            {
                places[layer[at].Id] = (at + 0.5) / layer.Count;
            }
        }

        return layers;

        double MeanOf(FlowStep step) => before[step.Id].Select(id => places.GetValueOrDefault(id, 0.5)).DefaultIfEmpty(0.5).Average();
    }

    private static int DepthOf(string id, ILookup<string, string> before, Dictionary<string, int> depths)
    {
        if (!depths.TryGetValue(id, out var depth))
        {
            depths[id] = 0;
            depth = before[id].Select(earlier => DepthOf(earlier, before, depths) + 1).DefaultIfEmpty(0).Max();
            depths[id] = depth;
        }

        return depth;
    }
}

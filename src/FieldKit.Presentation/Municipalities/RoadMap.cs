using FieldKit.Domain.Municipalities;
using FieldKit.Presentation.Maps;

namespace FieldKit.Presentation.Municipalities;

/// <summary>
/// The road of one municipality as a picture: its steps in their order, who decides at each, and what is not known. Where a
/// stage may skip steps, or close the signal, a line aside says so. Only what the municipality's own content names is drawn.
/// </summary>
public static class RoadMap
{
    /// <returns>Null where the content holds no chain.</returns>
    public static RouteMap? Of(Municipality municipality, Texts texts)
    {
        if (municipality.Chain is not { Count: > 0 } chain)
        {
            return null;
        }

        var boxes = chain.Select((step, at) => new MapBox(
            step.Id,
            at == 0 ? MapKind.Start : MapKind.Step,
            $"{at + 1}. {texts[step.Name]}",
            $"{ChainScreen.AddressOf(municipality)}?als=lijst#{AnchorOf(step)}",
            Notes: [.. NotesOf(step, texts)],
            Doubt: step.Gap is not null || step.Who is null ? texts["map.road.gap"] : null));
        var ends = municipality.Stages
            .Where(stage => chain.All(step => step.Stage != stage.Id) && municipality.Stages.Any(from => from.Next.Contains(stage.Id) && chain.Any(step => step.Stage == from.Id)))
            .Select(stage => new MapBox(stage.Id, MapKind.Stage, texts[stage.Name], ChainScreen.AddressOf(municipality) + "?als=lijst"));
        var trunk = chain.Zip(chain.Skip(1), (from, to) => new MapLine(from.Id, to.Id)).ToList();
        return new([.. boxes, .. ends], [.. trunk, .. Asides(municipality, chain).Except(trunk, SameEnds.Instance)]);
    }

    public static string AnchorOf(ChainStep step) => $"stap-{step.Id}";

    private static IEnumerable<string> NotesOf(ChainStep step, Texts texts)
    {
        if (step.Who is { } who)
        {
            yield return texts["map.road.who", texts[who]];
        }

        if (step.Stage is not null)
        {
            yield return texts["map.road.seen"];
        }
    }

    private static IEnumerable<MapLine> Asides(Municipality municipality, IReadOnlyList<ChainStep> chain) =>
        from step in chain
        where step.Stage is not null
        from next in municipality.Stage(step.Stage!)?.Next ?? []
        let to = chain.FirstOrDefault(other => other.Stage == next)?.Id ?? next
        select new MapLine(step.Id, to, Aside: true);

    private sealed class SameEnds : IEqualityComparer<MapLine>
    {
        public static readonly SameEnds Instance = new();

        public bool Equals(MapLine? one, MapLine? other) => one?.From == other?.From && one?.To == other?.To;

        public int GetHashCode(MapLine line) => HashCode.Combine(line.From, line.To);
    }
}

using FieldKit.Presentation.Maps;

namespace FieldKit.Presentation.Tests.Maps;

/// <summary>a —"ja"→ b, a —"nee"→ c, b → d, c → d (taken: a, c, d), d returns to a.</summary>
internal static class Maps
{
    public static RouteMap Diamond { get; } = new(
        [Box("a", MapKind.Start, MapMark.Walked), Box("b"), Box("c", mark: MapMark.Walked), Box("d", MapKind.Outcome, MapMark.Here)],
        [new("a", "b", "ja"), new("a", "c", "nee", Taken: true), new("b", "d", "verder"), new("c", "d", "verder", Taken: true), new("d", "a", "toch", Returns: true)]);

    private static MapBox Box(string id, MapKind kind = MapKind.Question, MapMark mark = MapMark.None) => new(id, kind, $"Vak {id}", $"/{id}", Mark: mark);
}

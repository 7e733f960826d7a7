namespace FieldKit.Presentation.Maps;

/// <summary>The same route as a nested list: each box once, under the first answer that leads to it; later answers name its number.</summary>
public static class MapList
{
    public static MapItem Of(RouteMap map) => Grow(map, map.Boxes[0], []);

    private static MapItem Grow(RouteMap map, MapBox box, Dictionary<string, int> numbers)
    {
        var number = numbers[box.Id] = numbers.Count + 1;
        var branches = new List<MapBranch>();
        foreach (var line in map.From(box.Id))
        {
            branches.Add(numbers.TryGetValue(line.To, out var known)
                ? new(line, null, known)
                : new(line, Grow(map, map[line.To], numbers), numbers[line.To]));
        }

        return new(box, number, branches);
    }
}

/// <param name="Number">From 1, in the order of the list.</param>
public sealed record MapItem(MapBox Box, int Number, IReadOnlyList<MapBranch> Branches);

/// <param name="Below">Null where the box stands elsewhere in the list, under <paramref name="Number"/>.</param>
public sealed record MapBranch(MapLine Line, MapItem? Below, int Number);

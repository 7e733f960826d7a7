namespace FieldKit.Presentation.Maps;

/// <summary>A route as boxes and lines, before anybody says where they stand on a screen. The first box is its beginning.</summary>
public sealed class RouteMap(IReadOnlyList<MapBox> boxes, IReadOnlyList<MapLine> lines)
{
    public IReadOnlyList<MapBox> Boxes { get; } = boxes;

    public IReadOnlyList<MapLine> Lines { get; } = lines;

    /// <summary>Where the walker stands, or the beginning.</summary>
    public MapBox Here => Boxes.FirstOrDefault(box => box.Mark == MapMark.Here) ?? Boxes[0];

    public MapBox this[string id] => Boxes.First(box => box.Id == id);

    public IEnumerable<MapLine> From(string id) => Lines.Where(line => line.From == id);

    public IEnumerable<MapLine> Into(string id) => Lines.Where(line => line.To == id);
}

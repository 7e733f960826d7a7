namespace FieldKit.Presentation.Maps;

/// <summary>
/// The box that the keyboard is at. Down follows a line and up goes back along it; left and right pass every box in the
/// order in which they stand on the screen, so that each can be reached.
/// </summary>
public sealed class MapCursor(RouteMap map) : Observable
{
    private readonly Stack<string> came = [];
    private IReadOnlyList<string> order = [.. map.Boxes.Select(box => box.Id)];

    public MapBox At { get; private set; } = map.Here;

    /// <param name="reading">Ids of all boxes as they stand: row by row, each row from its beginning to its end.</param>
    public void Lie(IReadOnlyList<string> reading) => order = reading;

    /// <param name="step">"down", "up", "left", "right" or "home"; anything else stays.</param>
    public void Move(string step)
    {
        switch (step)
        {
            case "down" when map.From(At.Id).OrderBy(Rank).FirstOrDefault() is { } line:
                came.Push(At.Id);
                Stand(line.To);
                break;
            case "up":
                Stand(Before());
                break;
            case "left" or "right":
                came.Clear();
                Stand(Beside(step == "left" ? -1 : 1));
                break;
            case "home":
                came.Clear();
                Stand(map.Boxes[0].Id);
                break;
        }
    }

    public void Stand(string id)
    {
        if (id != At.Id)
        {
            At = map[id];
            Changed();
        }
    }

    private static int Rank(MapLine line) => line.Taken ? 0 : line.Returns || line.Aside ? 2 : 1;

    private string Before() =>
        came.TryPop(out var last) ? last : map.Into(At.Id).OrderBy(Rank).FirstOrDefault()?.From ?? At.Id;

    private string Beside(int step)
    {
        var at = order.ToList().IndexOf(At.Id) + step;
        return at >= 0 && at < order.Count ? order[at] : At.Id;
    }
}

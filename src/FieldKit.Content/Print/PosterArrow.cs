namespace FieldKit.Content.Print;

/// <summary>The way of a line on the poster: through the free room of each row that it passes, never behind a box.</summary>
internal static class PosterArrow
{
    /// <summary>Kept free on both sides of a line.</summary>
    private const double Margin = 4;

    /// <returns>Points from above down; inside a row two points stand right above each other.</returns>
    public static IReadOnlyList<(double X, double Y)> Way(PosterLayout layout, PosterBox from, PosterBox to)
    {
        var start = layout.Rows.Single(row => row.Top == from.Y);
        var points = new List<(double X, double Y)> { (from.Middle, from.Y + from.Height), (from.Middle, start.Bottom) };
        foreach (var row in layout.Rows.Where(row => row.Top > from.Y && row.Top < to.Y))
        {
            var straight = from.Middle + (to.Middle - from.Middle) * (row.Top - from.Y) / (to.Y - from.Y);
            var x = Free(row).Select(room => Math.Clamp(straight, room.Left, room.Right)).MinBy(x => Math.Abs(x - straight));
            points.Add((x, row.Top));
            points.Add((x, row.Bottom));
        }

        points.Add((to.Middle, to.Y - 1));
        return points;
    }

    // Left of the first box, between two, and right of the last; a slit narrower than the margins is its own middle.
    private static IEnumerable<(double Left, double Right)> Free(PosterRow row)
    {
        var edges = row.Boxes.SelectMany(box => new[] { box.X, box.X + box.Width }).Prepend(0).Append(PosterLayout.Width).ToList();
        for (var at = 0; at < edges.Count; at += 2)
        {
            var (left, right) = (edges[at] + Margin, edges[at + 1] - Margin);
            var middle = (edges[at] + edges[at + 1]) / 2;
            yield return left <= right ? (left, right) : (middle, middle);
        }
    }
}

/// <param name="Top">Of all its boxes.</param>
/// <param name="Bottom">Of its highest box.</param>
internal sealed record PosterRow(double Top, double Bottom, IReadOnlyList<PosterBox> Boxes);

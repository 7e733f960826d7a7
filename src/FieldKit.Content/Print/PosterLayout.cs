using FieldKit.Domain.Flowcharts;

namespace FieldKit.Content.Print;

/// <summary>
/// Where each step of a flowchart stands on one A4: in layers, each step below everything that leads to it.
/// Lengths are units of which <see cref="Width"/> fill the page's width (186 mm).
/// </summary>
internal sealed class PosterLayout
{
    public const double Width = 760;
    public const double TitleSize = 12;
    public const double TextSize = 11;
    public const double LineHeight = 14;
    public const double Padding = 7;

    /// <summary>Room for number and title; text begins right of the number.</summary>
    public const double NumberWidth = 20;

    /// <summary>Below this the smallest letters are under 6.5 points: a list reads better.</summary>
    private const double SmallestScale = 0.85;

    /// <summary>What header and footer leave of a page: 234 mm.</summary>
    private const double PageHeight = Width / 186 * 234;
    private const double Gap = 24;
    private const double Between = 14;
    private const double WidestBox = 330;
    private const int MostInRow = 4;

    private readonly Dictionary<string, int> numbers;

    private PosterLayout(IReadOnlyList<PosterBox> boxes, Dictionary<string, int> numbers, double height)
    {
        Boxes = boxes;
        Rows = [.. boxes.GroupBy(box => box.Y).Select(row => new PosterRow(row.Key, row.Max(box => box.Y + box.Height), [.. row]))];
        this.numbers = numbers;
        Height = height;
    }

    /// <summary>In reading order.</summary>
    public IReadOnlyList<PosterBox> Boxes { get; }

    public double Height { get; }

    /// <summary>Boxes side by side, from the top down; between two rows no box stands.</summary>
    public IReadOnlyList<PosterRow> Rows { get; }

    public bool Fits => Height <= PageHeight / SmallestScale;

    /// <summary>How far everything is made smaller to fit: at most 1.</summary>
    public double Scale => Math.Min(1, PageHeight / Height);

    /// <summary>The number of the step that a choice leads to, or the id of another chart.</summary>
    public string NameOf(FlowChoice choice) => numbers.TryGetValue(choice.To, out var number) ? $"{number}" : choice.To;

    public PosterBox? BoxOf(string step) => numbers.TryGetValue(step, out var number) ? Boxes[number - 1] : null;

    public static PosterLayout Of(Flowchart chart, PrintContext print)
    {
        var rows = PosterRows.Of(chart).SelectMany(layer => layer.Chunk(MostInRow)).ToList();
        var numbers = rows.SelectMany(row => row).Select((step, at) => (step.Id, at)).ToDictionary(pair => pair.Id, pair => pair.at + 1, StringComparer.Ordinal);
        var boxes = new List<PosterBox>();
        var y = 0.0;
        foreach (var row in rows)
        {
            var slot = Width / row.Length;
            var width = Math.Min(WidestBox, slot - Between);
            var texts = row.Select(step => PosterText.Of(step, numbers, print, width - 2 * Padding)).ToList();
            boxes.AddRange(row.Select((step, at) =>
                new PosterBox(step, numbers[step.Id], at * slot + (slot - width) / 2, y, width, HeightOf(texts[at]), texts[at])));
            y += texts.Max(HeightOf) + Gap;
        }

        return new(boxes, numbers, y - Gap);
    }

    private static double HeightOf(IReadOnlyList<PosterLine> lines) => lines.Count * LineHeight + 2 * Padding;
}

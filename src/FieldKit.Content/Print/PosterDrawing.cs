using System.Globalization;
using System.Text;

namespace FieldKit.Content.Print;

/// <summary>A laid-out flowchart as inline SVG.</summary>
internal static class PosterDrawing
{
    public static string Draw(PosterLayout layout)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg class=\"poster\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-1 -1 {PosterLayout.Width + 2:0} {layout.Height + 2:0}\" style=\"width:{186 * layout.Scale:0.0}mm\" role=\"img\">")
            .Append("<defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" fill=\"#555\"/></marker></defs>")
            .Append("<g font-family=\"Arial,Liberation Sans,sans-serif\">");
        foreach (var box in layout.Boxes)
        {
            foreach (var to in box.Step.Choices.Where(choice => !choice.Returns).Select(choice => layout.BoxOf(choice.To)).OfType<PosterBox>().Distinct())
            {
                Arrow(svg, PosterArrow.Way(layout, box, to));
            }
        }

        foreach (var box in layout.Boxes)
        {
            Box(svg, box);
        }

        return svg.Append("</g></svg>").ToString();
    }

    // Straight down past the boxes of a row; aside only between two rows.
    private static void Arrow(StringBuilder svg, IReadOnlyList<(double X, double Y)> way)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{way[0].X:0.0} {way[0].Y:0.0}");
        foreach (var (one, other) in way.Zip(way.Skip(1)))
        {
            var turn = (one.Y + other.Y) / 2;
            svg.Append(CultureInfo.InvariantCulture, $"C{one.X:0.0} {turn:0.0} {other.X:0.0} {turn:0.0} {other.X:0.0} {other.Y:0.0}");
        }

        svg.Append("\" fill=\"none\" stroke=\"#777\" stroke-width=\"1.2\" marker-end=\"url(#arrow)\"/>");
    }

    private static void Box(StringBuilder svg, PosterBox box)
    {
        var fill = box.Step.Outcome is null ? "#fff" : "#eef3ee";
        var (edge, thick) = box.Step.Danger ? ("#a00", 2.4) : ("#333", 1.0);
        svg.Append(CultureInfo.InvariantCulture,
            $"<rect x=\"{box.X:0.0}\" y=\"{box.Y:0.0}\" width=\"{box.Width:0.0}\" height=\"{box.Height:0.0}\" rx=\"{(box.Step.Outcome is null ? 4 : 12)}\" fill=\"{fill}\" stroke=\"{edge}\" stroke-width=\"{thick:0.0}\"/>");
        var (left, y) = (box.X + PosterLayout.Padding, box.Y + PosterLayout.Padding + PosterLayout.TitleSize - 2);
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{left:0.0}\" y=\"{y:0.0}\" font-size=\"{PosterLayout.TitleSize:0}\" font-weight=\"bold\" fill=\"{edge}\">{box.Number}</text>");
        foreach (var line in box.Lines)
        {
            var x = line.IsTitle || box.Step.Outcome is null ? left + PosterLayout.NumberWidth : left;
            var size = line.IsTitle ? PosterLayout.TitleSize : PosterLayout.TextSize;
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.0}\" y=\"{y:0.0}\" font-size=\"{size:0}\"{(line.IsTitle ? " font-weight=\"bold\"" : "")}>")
                .Append(PrintContext.Escape(line.Text))
                .Append(line.Step.Length > 0 ? $" <tspan font-weight=\"bold\">{PrintContext.Escape(line.Step)}</tspan>" : "")
                .Append("</text>");
            y += PosterLayout.LineHeight;
        }
    }
}

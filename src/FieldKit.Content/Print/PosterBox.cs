using FieldKit.Domain.Flowcharts;

namespace FieldKit.Content.Print;

/// <summary>One step on the poster.</summary>
/// <param name="Number">As people refer to it: from 1, in reading order.</param>
internal sealed record PosterBox(FlowStep Step, int Number, double X, double Y, double Width, double Height, IReadOnlyList<PosterLine> Lines)
{
    public double Middle => X + Width / 2;
}

/// <param name="Step">Where the choice leads, printed bold behind the text; empty for none.</param>
internal sealed record PosterLine(string Text, bool IsTitle, string Step = "");

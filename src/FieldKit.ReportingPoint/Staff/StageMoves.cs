using FieldKit.ReportingPoint.Content;

namespace FieldKit.ReportingPoint.Staff;

/// <summary>Which stage may follow which: the municipality's own chain, as its content says.</summary>
internal sealed class StageMoves(PublishedContent content)
{
    /// <summary>Writing advice without a move is always possible.</summary>
    public bool May(string municipality, string from, string to) =>
        from == to || content.Municipality(municipality)?.Stage(from)?.Next.Contains(to) == true;

    /// <summary>Whether one person proposes this step and another agrees with it.</summary>
    public bool NeedsTwo(string municipality, string from, string to) => content.Municipality(municipality)?.Stage(from)?.NeedsTwo(to) == true;
}

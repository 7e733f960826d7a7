namespace FieldKit.Content.Facts;

/// <summary>Row by row of the fact base: what carries it, or why nothing does.</summary>
public sealed record FactCoverage(IReadOnlyList<CoveredFact> Rows)
{
    /// <summary>Rows that ask for content and have neither content nor a reason.</summary>
    public IReadOnlyList<CoveredFact> Holes => [.. Rows.Where(row => row.IsHole)];

    internal static FactCoverage Of(FactRegister register, IEnumerable<FactUse> uses)
    {
        var users = uses.SelectMany(use => use.Facts.Select(fact => (fact, use.Item))).ToLookup(pair => pair.fact, pair => pair.Item);
        var reasons = register.NotCarried.ToLookup(line => line.Id, line => line.Reason);
        return new([.. register.Rows.Select(row => new CoveredFact(row.Id, row.Support, [.. users[row.Id].Distinct()], reasons[row.Id].FirstOrDefault()))]);
    }
}

/// <param name="Support">What FieldKit should do with it; empty: background only.</param>
/// <param name="UsedBy">Content that carries it: "F02", "F02 gevaar", "G01 kring".</param>
/// <param name="Reason">Why it is not carried, or null.</param>
public sealed record CoveredFact(string Id, IReadOnlyList<string> Support, IReadOnlyList<string> UsedBy, string? Reason)
{
    public bool IsHole => Support.Count > 0 && UsedBy.Count == 0 && Reason is null;
}

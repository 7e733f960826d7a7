using FieldKit.Domain.Languages;

namespace FieldKit.Content.Facts;

/// <summary>facts/sections.yaml: the sections of the fact base and the headings of its documents.</summary>
internal sealed record FactSections(IReadOnlyList<FactSection> Sections, IReadOnlyList<FactSeries> Series, IReadOnlyList<FactDocument> Documents);

/// <param name="Items">How many numbered lines it has, which can be cited as "E3.9".</param>
internal sealed record FactSection(string Id, int Items)
{
    public IEnumerable<string> Ids => [Id, .. Enumerable.Range(1, Items).Select(item => $"{Id}.{item}")];
}

internal sealed record FactSeries(string Prefix, int Last)
{
    public IEnumerable<string> Ids => Enumerable.Range(1, Last).Select(number => $"{Prefix}{number:00}");
}

/// <param name="First">The first of the rows that were drawn from it, and <paramref name="Last"/> the last.</param>
internal sealed record FactDocument(string Id, IReadOnlyList<string> Headings, LocalText? Title = null, string? First = null, string? Last = null)
{
    public bool Gave(string row) => First is not null && string.CompareOrdinal(First, row) <= 0 && string.CompareOrdinal(row, Last) <= 0;

    /// <summary>Citations may go deeper than the heading ("2.2 – Wat doen we al").</summary>
    public bool Has(string heading) => Headings.Any(known => Plain(heading).StartsWith(Plain(known), StringComparison.OrdinalIgnoreCase));

    private static string Plain(string text) => text.Replace('’', '\'');
}

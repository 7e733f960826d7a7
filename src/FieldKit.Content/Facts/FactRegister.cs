using FieldKit.Domain.Languages;

namespace FieldKit.Content.Facts;

/// <summary>What can be cited: rows and sources of the fact base, its sections, and the documents that it was drawn from.</summary>
internal sealed class FactRegister(FactRows facts, FactSections sections, IReadOnlyList<FactNotCarried> notCarried)
{
    private const string Between = " · ";

    private readonly HashSet<string> known =
    [
        .. facts.Rows.Select(row => row.Id),
        .. facts.Sources.Select(source => source.Id),
        .. sections.Sections.SelectMany(section => section.Ids),
        .. sections.Series.SelectMany(one => one.Ids),
        .. sections.Documents.Select(document => document.Id),
    ];

    public IReadOnlyList<FactRow> Rows => facts.Rows;

    public IReadOnlyDictionary<string, LocalText> SourceTitles =>
        facts.Sources.GroupBy(source => source.Id, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First().Title, StringComparer.Ordinal);

    public IReadOnlyList<FactNotCarried> NotCarried => notCarried;

    /// <summary>What readers know the sources behind these ids by, each once: public sources by their own title, rows and headings by the document that they come from. An id without a title stands for itself.</summary>
    public IReadOnlyList<LocalText> TitlesOf(IEnumerable<string> ids) => [.. ids.Select(TitleOf).DistinctBy(title => title.In("nl"))];

    private LocalText TitleOf(string id) =>
        SourceTitles.GetValueOrDefault(id)
        ?? sections.Documents.FirstOrDefault(document => document.Gave(id) || id.Split(Between, 2)[0] == document.Id)?.Title
        ?? new(id);

    /// <summary>"A069", "B0.1" or "001 · Onderwijs": a document may be cited with one of its headings.</summary>
    public bool Knows(string id) =>
        known.Contains(id)
        || (id.Split(Between, 2) is [var document, var heading] && sections.Documents.Any(one => one.Id == document && one.Has(heading)));
}

using FieldKit.Content.Facts;
using FieldKit.Content.Readability;
using FieldKit.Domain;
using FieldKit.Domain.Languages;

namespace FieldKit.Content;

/// <param name="Bundle">Null as soon as there is one error.</param>
/// <param name="Errors">All that is wrong, found in one go, by file and line.</param>
public sealed record CompilationResult(ContentBundle? Bundle, IReadOnlyList<ContentError> Errors)
{
    /// <summary>What holds nothing back but should be seen to, such as contacts past their date.</summary>
    public IReadOnlyList<ContentError> Notices { get; init; } = [];

    /// <summary>Which facts the content carries, as far as it could be read.</summary>
    public FactCoverage Coverage { get; init; } = new([]);

    /// <summary>Titles of the public sources by id ("P01"), as facts/rows.yaml names them.</summary>
    public IReadOnlyDictionary<string, LocalText> SourceTitles { get; init; } = new Dictionary<string, LocalText>();

    /// <summary>How easily each text reads, by file and language.</summary>
    public IReadOnlyList<ReadingFigure> Figures { get; init; } = [];
}

/// <param name="File">Path below the content folder, with forward slashes.</param>
/// <param name="Line">From 1.</param>
/// <param name="Rule">Short name of the rule, for instance "unknown-reference".</param>
/// <param name="Message">What is wrong and how to put it right.</param>
public sealed record ContentError(string File, int Line, string Rule, string Message)
{
    public override string ToString() => $"{File}:{Line}: {Rule}: {Message}";
}

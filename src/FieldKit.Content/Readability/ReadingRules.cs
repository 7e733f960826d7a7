using System.Globalization;
using FieldKit.Content.Guides;
using FieldKit.Content.Reading;

namespace FieldKit.Content.Readability;

/// <summary>Each text reads as easily as rules/reading.yaml asks, measured per file and language over the text as a whole.</summary>
internal sealed class ReadingRules(IReadOnlyList<ReadingBar> bars, IEnumerable<WrittenPiece> pieces, Findings findings)
{
    /// <summary>A handful of labels says nothing about how a text reads.</summary>
    private const int FewestWords = 50;

    public IReadOnlyList<ReadingFigure> Check()
    {
        var figures = pieces
            .GroupBy(piece => (File: FileOf(piece), piece.Language))
            .Select(text => ReadingEase.Measure(text.Key.File, text.Key.Language, text.Select(piece => piece.Text)))
            .OfType<ReadingFigure>()
            .OrderBy(figure => figure.File, StringComparer.Ordinal).ThenBy(figure => figure.Language, StringComparer.Ordinal)
            .ToList();
        foreach (var figure in figures.Where(figure => figure.Words >= FewestWords))
        {
            CheckFigure(figure);
        }

        return figures;
    }

    private void CheckFigure(ReadingFigure figure)
    {
        if (bars.FirstOrDefault(bar => bar.Language == figure.Language) is not { } bar)
        {
            return;
        }

        // Rounded as it is shown, so that "60" is never said to be below 60.
        if (Math.Round(figure.Ease) < bar.LowestEase)
        {
            findings.Add(figure.File, 1, "reading-level", string.Create(
                CultureInfo.InvariantCulture,
                $"The {Name(figure.Language)} text reads at {figure.Ease:0} and should reach {bar.LowestEase} ({figure.WordsPerSentence:0.0} words per sentence). Use shorter words and shorter sentences. Longest: {string.Join(" | ", figure.Longest)}"));
        }

        foreach (var sentence in figure.Longest.Where(sentence => ReadingEase.Words(sentence).Count > bar.LongestSentence))
        {
            findings.Add(figure.File, 1, "long-sentence", $"{ReadingEase.Words(sentence).Count} words in one sentence, {bar.LongestSentence} at most. Make two of it: {sentence}");
        }
    }

    private string FileOf(WrittenPiece piece) => GuideFile.InLanguage(findings.FileOf(piece.About), piece.Language);

    private static string Name(string language) => language == "nl" ? "Dutch" : "English";
}

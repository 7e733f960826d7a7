namespace FieldKit.Content.Readability;

/// <summary>How easily one text of one language reads, measured over the text as a whole.</summary>
/// <param name="File">Path below the content folder.</param>
/// <param name="Ease">Flesch-Douma for Dutch, Flesch reading ease for English: 100 is very easy, 60 is plain, 30 is hard.</param>
/// <param name="Words">In whole sentences; headings and labels do not count.</param>
/// <param name="WordsPerSentence">On average.</param>
/// <param name="Longest">The longest sentences, longest first.</param>
public sealed record ReadingFigure(string File, string Language, double Ease, int Words, double WordsPerSentence, IReadOnlyList<string> Longest);

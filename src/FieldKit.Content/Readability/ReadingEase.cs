using System.Text.RegularExpressions;

namespace FieldKit.Content.Readability;

/// <summary>
/// Flesch-Douma (Douma 1960) for Dutch: 206.84 − 0.77 × syllables per 100 words − 0.93 × words per sentence;
/// Flesch (1948) for English: 206.835 − 84.6 × syllables per word − 1.015 × words per sentence.
/// Only whole sentences count: headings, labels and list items without an end mark would make any text look easy.
/// Numbers, addresses and telephone numbers are no words.
/// </summary>
internal static partial class ReadingEase
{
    private const int LongestKept = 3;

    /// <summary>Null for a language without a formula, or a text without words.</summary>
    public static ReadingFigure? Measure(string file, string language, IEnumerable<string> pieces)
    {
        var sentences = pieces.SelectMany(Sentences).Where(IsWhole).Select(text => (Text: text, Words: Words(text))).Where(sentence => sentence.Words.Count > 0).ToList();
        var words = sentences.Sum(sentence => sentence.Words.Count);
        if (words == 0 || language is not ("nl" or "en"))
        {
            return null;
        }

        var all = sentences.SelectMany(sentence => sentence.Words).CountBy(word => word).ToList();
        var perSentence = (double)words / sentences.Count;
        var ease = language == "nl"
            ? 206.84 - (77.0 * all.Sum(word => word.Value * DutchSyllables.Count(word.Key)) / words) - (0.93 * perSentence)
            : 206.835 - (84.6 * all.Sum(word => word.Value * EnglishSyllables.Count(word.Key)) / words) - (1.015 * perSentence);
        var longest = sentences.OrderByDescending(sentence => sentence.Words.Count).Take(LongestKept).Select(sentence => sentence.Text);
        return new(file, language, ease, words, perSentence, [.. longest]);
    }

    public static IReadOnlyList<string> Words(string sentence) => [.. Word().Matches(sentence).Select(match => match.Value)];

    public static IEnumerable<string> Sentences(string piece) =>
        SentenceEnd().Split(piece).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0);

    private static bool IsWhole(string sentence) => WholeSentence().IsMatch(sentence);

    /// <summary>Letters, with hyphens and apostrophes inside; not what stands in an address or beside digits.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}@./-])(?>\p{L}+(?:['’-]\p{L}+)*)(?![\p{N}@]|[./]\p{L})")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<=[.!?…]['’”"")\]]*)\s+|[\r\n]+")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[.!?…]['’”"")\]]*$")]
    private static partial Regex WholeSentence();
}

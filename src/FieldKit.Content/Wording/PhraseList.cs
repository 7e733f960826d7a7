using System.Text.RegularExpressions;

namespace FieldKit.Content.Wording;

/// <summary>Finds whole words and phrases in a text, whatever their capitals; "*" at the end of one stands for any ending.</summary>
internal sealed partial class PhraseList
{
    /// <summary>A word that ends in "*" is looked up by its first letters.</summary>
    private const int KeyLength = 3;

    private readonly ILookup<string, Phrase> byFirstLetters;

    public PhraseList(IEnumerable<WordsToAvoid> lines) =>
        byFirstLetters = lines
            .SelectMany(line => line.Words.Select(words => new Phrase([.. Words(words)], words.EndsWith('*'), line.Instead)))
            .Where(phrase => phrase.Words.Count > 0)
            .ToLookup(phrase => Key(phrase.Words[0]), StringComparer.OrdinalIgnoreCase);

    public IEnumerable<(string Found, string Instead)> FoundIn(string text)
    {
        var words = Words(text).ToList();
        for (var first = 0; first < words.Count; first++)
        {
            foreach (var phrase in byFirstLetters[Key(words[first])])
            {
                if (phrase.StandsAt(words, first))
                {
                    yield return (string.Join(' ', words.Skip(first).Take(phrase.Words.Count)), phrase.Instead);
                }
            }
        }
    }

    private static string Key(string word) => word[..Math.Min(KeyLength, word.Length)];

    private static IEnumerable<string> Words(string text) => Word().Matches(text).Select(match => match.Value);

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();

    private sealed record Phrase(IReadOnlyList<string> Words, bool AnyEnding, string Instead)
    {
        public bool StandsAt(IReadOnlyList<string> text, int first)
        {
            for (var index = 0; index < Words.Count; index++)
            {
                if (first + index >= text.Count || !Fits(text[first + index], index))
                {
                    return false;
                }
            }

            return true;
        }

        private bool Fits(string word, int index) => AnyEnding && index == Words.Count - 1
            ? word.StartsWith(Words[index], StringComparison.OrdinalIgnoreCase)
            : word.Equals(Words[index], StringComparison.OrdinalIgnoreCase);
    }
}

using FieldKit.Domain.WritingHelp;

namespace FieldKit.Presentation.Search;

/// <summary>A word and where it stands in its text; without capitals and accents.</summary>
public readonly record struct SearchWord(string Folded, int Start, int Length)
{
    // So common that they tell nothing, as single letters do; half of all running text.
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "de", "het", "een", "en", "is", "in", "op", "van", "te", "dat", "die", "met", "voor", "aan", "er", "om", "als", "ook", "of", "je",
        "ik", "ze", "we", "niet", "naar", "bij", "door", "dan", "maar", "nog", "wat", "dit", "zijn", "kan", "the", "a", "an", "and", "on",
        "to", "that", "with", "for", "at", "it", "or", "you", "not", "be", "are", "this", "can", "your",
    };

    public bool TellsNothing => Folded.Length < 2 || Common.Contains(Folded);

    /// <summary>In order. Hyphens and apostrophes part words.</summary>
    public static IEnumerable<SearchWord> In(string text) => In(text, 0, text.Length);

    /// <param name="end">Exclusive.</param>
    public static IEnumerable<SearchWord> In(string text, int start, int end)
    {
        var letters = new char[32];
        for (var at = start; at < end;)
        {
            if (!LetterFolding.IsWord(text[at]))
            {
                at++;
                continue;
            }

            var (first, count) = (at, 0);
            for (; at < end && LetterFolding.IsWord(text[at]); at++)
            {
                // Beyond this length no word is told from another.
                if (LetterFolding.Fold(text[at]) is not '\0' and var letter && count < letters.Length)
                {
                    letters[count++] = letter;
                }
            }

            if (count > 0)
            {
                yield return new(new(letters, 0, count), first, at - first);
            }
        }
    }
}

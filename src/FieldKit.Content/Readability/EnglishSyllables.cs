using System.Collections.Frozen;

namespace FieldKit.Content.Readability;

/// <summary>Counts the syllables of an English word by its vowel groups, without the endings that are not heard ("made", "asked").</summary>
internal static class EnglishSyllables
{
    private const string Vowels = "aeiouyàáâäèéêëìíîïòóôöùúûü";

    private static readonly FrozenDictionary<string, int> Known = new Dictionary<string, int>
    {
        ["the"] = 1, ["people"] = 2, ["area"] = 3, ["idea"] = 3, ["ideas"] = 3, ["being"] = 2, ["doing"] = 2, ["going"] = 2, ["seeing"] = 2,
        ["saying"] = 2, ["trying"] = 2, ["quiet"] = 2, ["quietly"] = 3, ["science"] = 2, ["violence"] = 3, ["violent"] = 3, ["media"] = 3,
        ["radio"] = 3, ["video"] = 3, ["videos"] = 3, ["every"] = 2, ["someone"] = 2,
        ["business"] = 2, ["create"] = 2, ["created"] = 3, ["diary"] = 3, ["react"] = 2, ["reaction"] = 3,
        ["theatre"] = 3, ["client"] = 2, ["society"] = 4, ["variety"] = 4, ["anxiety"] = 4, ["lives"] = 1, ["one"] = 1, ["once"] = 1,
        ["whole"] = 1, ["knowledge"] = 2, ["safety"] = 2, ["safely"] = 2, ["lonely"] = 2, ["statement"] = 2, ["statements"] = 2,
        ["homework"] = 2, ["schoolwork"] = 2, ["namely"] = 2, ["therefore"] = 2, ["police"] = 2, ["evening"] = 2, ["different"] = 2,
    }.ToFrozenDictionary();

    public static int Count(string word)
    {
        if (word.Length is > 1 and < 6 && word.All(char.IsUpper))
        {
            return word.Length;
        }

        return Math.Max(1, word.ToLowerInvariant().Split('-', '\'', '’').Where(part => part.Length > 1).Sum(CountPart));
    }

    private static int CountPart(string part)
    {
        if (Known.TryGetValue(part, out var known))
        {
            return known;
        }

        // The e inside "somebody" and "everything" is not heard.
        var unheard = part.Length > 5 && (part.StartsWith("some", StringComparison.Ordinal) || part.StartsWith("every", StringComparison.Ordinal)) ? 1 : 0;
        return Math.Max(1, Groups(part) - Silent(part) - unheard);
    }

    private static int Groups(string part)
    {
        var count = 0;
        for (var index = 0; index < part.Length; index++)
        {
            var begins = IsVowel(part[index]) && (index == 0 || !IsVowel(part[index - 1]));

            // "ra-di-o": an i before another vowel is its own syllable, but not in "-tion", "-cial", "-cious".
            var splits = index > 1 && part[index - 1] == 'i' && part[index] is ('a' or 'o') && part[index - 2] is not ('t' or 'c' or 's' or 'g' or 'x');
            count += begins || splits ? 1 : 0;
        }

        return count;
    }

    private static int Silent(string part)
    {
        if (part.Length < 4)
        {
            return part.Length == 3 && part[2] == 'e' && IsVowel(part[0]) ? 1 : 0;
        }

        var (before, last) = (part[^2], part[^1]);
        if (last == 'e')
        {
            return part.EndsWith("gue", StringComparison.Ordinal) || part.EndsWith("que", StringComparison.Ordinal) ? 1 : IsVowel(before) || (before == 'l' && !IsVowel(part[^3])) ? 0 : 1;
        }

        if (last == 'd' && before == 'e')
        {
            return part[^3] is 't' or 'd' || IsVowel(part[^3]) ? 0 : 1;
        }

        if (last == 's' && before == 'e')
        {
            var heard = part[^3] is 's' or 'x' or 'z' or 'c' or 'g' || IsVowel(part[^3])
                || (part[^3] == 'h' && part[^4] is ('c' or 's'))
                || (part[^3] == 'l' && !IsVowel(part[^4]));
            return heard ? 0 : 1;
        }

        return new[] { "ely", "eful", "eless" }.Any(ending => part.EndsWith(ending, StringComparison.Ordinal)) ? 1 : 0;
    }

    private static bool IsVowel(char letter) => Vowels.Contains(letter, StringComparison.Ordinal);
}

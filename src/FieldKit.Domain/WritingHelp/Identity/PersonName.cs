using System.Buffers;
using System.Collections.Frozen;

namespace FieldKit.Domain.WritingHelp.Identity;

/// <summary>
/// Words with a capital that stand inside a sentence, and so are probably names. The first word of a sentence has a capital anyway:
/// there only the names of the lists are found.
/// </summary>
internal static class PersonName
{
    private const int MostParticles = 3;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?:;…\n\r•–—\"“”„«»'‘’*#>|");

    private static readonly FrozenSet<string> Particles =
        new[] { "van", "de", "der", "den", "het", "ten", "ter", "el", "al", "ben", "bin", "ibn", "von", "da", "di", "du", "la", "le" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Titles =
        new[] { "dhr", "mw", "mevr", "mvr", "mr", "mrs", "ms", "dr", "drs", "ing", "ir", "prof", "fam" }.ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<(int Start, int Length)> Find(TextWords words, WordMarks marks)
    {
        for (var index = 0; index < words.Count; index++)
        {
            if (!MayBeName(words, index) || marks.IsNoName(index))
            {
                continue;
            }

            var last = index;
            while (Next(words, marks, last) is { } next)
            {
                last = next;
            }

            // A street alone is a place; with a house number it is an address.
            if (!Address.IsStreet(words, last))
            {
                yield return (words[index].Start, words[last].End - words[index].Start);
            }

            index = last;
        }
    }

    /// <summary>A word with a capital that does not begin a sentence.</summary>
    public static bool MayBeName(TextWords words, int index) => index > 0 && IsCapitalised(words, index) && !StartsSentence(words, index);

    /// <summary>The next part of the same name, past "van der".</summary>
    private static int? Next(TextWords words, WordMarks marks, int index)
    {
        for (var next = index + 1; next <= index + 1 + MostParticles && words.FollowsDirectly(next) && !words.Before(next).ContainsAny('\n', '\r'); next++)
        {
            if (IsCapitalised(words, next))
            {
                return marks.IsNoName(next) ? null : next;
            }

            if (!Has(Particles, words, next))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>A capital and then a small letter: "GGD" and "I" are no names.</summary>
    private static bool IsCapitalised(TextWords words, int index)
    {
        var word = words.Written(index);
        return word.Length > 1 && char.IsUpper(word[0]) && HasSmallLetter(word) && !IsShortened(word);
    }

    private static bool HasSmallLetter(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (char.IsLower(letter))
            {
                return true;
            }
        }

        return false;
    }

    // "I'm", "I’ve": but "O'Brien" is a name.
    private static bool IsShortened(ReadOnlySpan<char> word) => word[1] is '\'' or '’' && !char.IsUpper(word[^1]) && word.Length < 5;

    private static bool StartsSentence(TextWords words, int index)
    {
        // The "s" of "'s Morgens" stands before the first real word.
        if (words[index - 1] is { Length: 1, Start: > 0 } before && LetterFolding.Fold(words.Text[before.Start - 1]) == '\'')
        {
            return true;
        }

        var gap = words.Before(index);
        if (!gap.ContainsAny(SentenceEnds))
        {
            return false;
        }

        // After "dhr." and after an initial the sentence goes on.
        var goesOn = gap is "." or ". " && (Has(Titles, words, index - 1) || (words[index - 1].Length == 1 && char.IsUpper(words.Text[words[index - 1].Start])));
        return !goesOn;
    }

    private static bool Has(FrozenSet<string> set, TextWords words, int index) =>
        set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words.Folded(index));
}

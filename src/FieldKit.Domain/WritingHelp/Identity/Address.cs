using System.Collections.Frozen;

namespace FieldKit.Domain.WritingHelp.Identity;

/// <summary>A street with a house number ("Kerkstraat 12a", "12 High Street") or a Dutch postcode. A street alone is a place, and a place may be a fact.</summary>
internal static class Address
{
    private const int MostWordsBefore = 3;

    // These ends are those of other words too ("onderweg", "schoolplein"): there a capital is needed.
    private static readonly string[] WeakEnds = ["weg", "plein", "kade", "gracht", "singel", "dreef", "hof", "steeg", "pad", "plantsoen", "park", "markt", "dijk", "wal", "haven"];
    private static readonly string[] StrongEnds = ["straat", "laan", "str"];

    private static readonly FrozenSet<string> EnglishEnds =
        new[] { "street", "road", "avenue", "lane", "square", "drive", "close", "court" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Counted = new[]
    {
        "keer", "uur", "x", "minuten", "dagen", "weken", "maanden", "jaar", "jongens", "meisjes", "mensen", "mannen", "vrouwen", "jongeren", "personen",
        "leerlingen", "auto's", "scooters", "fietsen", "agenten", "boa's", "anderen", "man",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<(int Start, int Length)> Find(TextWords words)
    {
        for (var index = 0; index < words.Count; index++)
        {
            var last = Last(words, index);
            if (last >= 0)
            {
                var first = FirstOfStreet(words, index);
                yield return (words[first].Start, words[last].End - words[first].Start);
            }
        }
    }

    /// <summary>"Lange" of "Lange Nieuwstraat".</summary>
    private static int FirstOfStreet(TextWords words, int index)
    {
        var first = index;
        while (first > index - MostWordsBefore && PersonName.MayBeName(words, first - 1) && words.FollowsDirectly(first))
        {
            first--;
        }

        return first;
    }

    /// <returns>The last word of an address that begins here, or -1.</returns>
    private static int Last(TextWords words, int index) =>
        IsStreet(words, index) && words.FollowsDirectly(index + 1) && IsHouseNumber(words.Folded(index + 1)) && !IsCount(words, index + 2) ? index + 1
        : IsPostcode(words, index) is { } last ? last
        : EnglishEnd(words, index);

    /// <summary>The word ends as streets do.</summary>
    public static bool IsStreet(TextWords words, int index)
    {
        var word = words.Folded(index);
        var capital = char.IsUpper(words.Text[words[index].Start]);
        return EndsIn(word, StrongEnds) || (capital && EndsIn(word, WeakEnds) && !word.SequenceEqual("onderweg"));
    }

    private static bool EndsIn(ReadOnlySpan<char> word, string[] ends)
    {
        foreach (var end in ends)
        {
            if (word.Length >= end.Length + 3 && word.EndsWith(end, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHouseNumber(ReadOnlySpan<char> word)
    {
        var digits = word.IndexOfAnyExceptInRange('0', '9') is >= 0 and var other ? other : word.Length;
        return digits is >= 1 and <= 4 && word[0] != '0' && word.Length - digits <= 3;
    }

    private static bool IsCount(TextWords words, int index) =>
        words.FollowsDirectly(index) && Counted.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words.Folded(index));

    private static int? IsPostcode(TextWords words, int index)
    {
        var word = words.Written(index);
        if (word.Length is not (4 or 6) || word[0] is < '1' or > '9' || word[1..4].ContainsAnyExceptInRange('0', '9'))
        {
            return null;
        }

        var letters = word.Length == 6 ? word[4..] : words.FollowsDirectly(index + 1) ? words.Written(index + 1) : [];
        return letters.Length == 2 && !letters.ContainsAnyExceptInRange('A', 'Z') ? index + (word.Length == 6 ? 0 : 1) : null;
    }

    private static int EnglishEnd(TextWords words, int index)
    {
        if (!IsHouseNumber(words.Folded(index)))
        {
            return -1;
        }

        for (var next = index + 1; next <= index + 3 && words.FollowsDirectly(next) && char.IsUpper(words.Text[words[next].Start]); next++)
        {
            if (next > index + 1 && EnglishEnds.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words.Folded(next)))
            {
                return next;
            }
        }

        return -1;
    }
}

using System.Collections.Frozen;

namespace FieldKit.Domain.WritingHelp.Identity;

/// <summary>A date is one of birth when it says so, or when its year lies too far back for something that worries somebody today.</summary>
internal static class BirthDate
{
    private const int FirstYear = 1920;
    private const int LastYear = 2016;
    private const int WordsBetween = 3;

    private static readonly FrozenSet<string> Births = new[]
    {
        "geboren", "geb", "geboortedatum", "verjaardag", "jarig", "born", "dob", "birth", "birthdate", "birthday",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Months = new[]
    {
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december",
        "jan", "feb", "mrt", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dec",
        "january", "february", "march", "may", "june", "july", "august", "october", "oct",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Day, month and year in digits, in Dutch or in ISO order.</summary>
    public static bool IsDate(DigitGroups groups) => Year(groups) > 0;

    public static bool InDigits(DigitGroups groups) =>
        Year(groups) is > 0 and var year && (IsBirthYear(year) || IsAnnounced(groups.Words, groups.Words.FirstEndingAfter(groups.Start)));

    /// <summary>"3 mei 2004", "May 3, 2004", and "geboren op 3 mei".</summary>
    public static IEnumerable<(int Start, int Length)> InWords(TextWords words)
    {
        for (var month = 0; month < words.Count; month++)
        {
            if (!Months.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words.Folded(month)))
            {
                continue;
            }

            var (dayBefore, dayAfter) = (IsDay(words, month - 1), IsDay(words, month + 1));
            if (!dayBefore && !dayAfter)
            {
                continue;
            }

            var first = dayBefore ? month - 1 : month;
            var last = dayBefore ? month : month + 1;
            var hasYear = Number(words.Folded(last + 1)) is { } year && IsBirthYear(year);
            if (hasYear || IsAnnounced(words, first))
            {
                var end = words[hasYear ? last + 1 : last].End;
                yield return (words[first].Start, end - words[first].Start);
            }
        }
    }

    private static int Year(DigitGroups groups)
    {
        if (groups.Count != 3)
        {
            return 0;
        }

        return (groups.Length(0), groups.Length(1), groups.Length(2)) switch
        {
            ( <= 2, <= 2, 4) when groups.Value(0) is >= 1 and <= 31 && groups.Value(1) is >= 1 and <= 12 => groups.Value(2),
            (4, <= 2, <= 2) when groups.Value(1) is >= 1 and <= 12 && groups.Value(2) is >= 1 and <= 31 => groups.Value(0),
            _ => 0,
        };
    }

    private static bool IsBirthYear(int year) => year is >= FirstYear and <= LastYear;

    private static bool IsAnnounced(TextWords words, int first)
    {
        for (var index = first - 1; index >= 0 && index >= first - WordsBetween; index--)
        {
            if (Births.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words.Folded(index)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDay(TextWords words, int index) => Number(words.Folded(index)) is >= 1 and <= 31;

    private static int? Number(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > 4)
        {
            return null;
        }

        var value = 0;
        foreach (var digit in word)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return null;
            }

            value = (value * 10) + (digit - '0');
        }

        return value;
    }
}

namespace FieldKit.Domain.WritingHelp.Identity;

internal static class NumberShapes
{
    private const int LongestPhone = 15;

    /// <summary>A Dutch number of ten digits, or one with its country. Public numbers (112, 0800, 0900) are nobody's own.</summary>
    public static bool Phone(DigitGroups groups)
    {
        Span<char> buffer = stackalloc char[LongestPhone];
        var count = groups.Digits(buffer);
        if (count < 8)
        {
            return false;
        }

        ReadOnlySpan<char> digits = buffer[..count];
        if (groups.Plus || digits.StartsWith("00"))
        {
            return count >= (groups.Plus ? 8 : 11) && (groups.Length(0) <= 4 || groups.Count == 1);
        }

        var startsAsPhone = groups.Count == 1 || groups.Length(0) is 3 or 4 || (groups.Length(0) == 2 && digits[1] == '6');
        return count == 10 && digits[0] == '0' && startsAsPhone
            && !digits.StartsWith("0800") && !digits.StartsWith("0900")
            && !BirthDate.IsDate(groups.First(3));
    }

    /// <summary>Nine digits, written together or in the usual groups, that pass the eleven test.</summary>
    public static bool Bsn(DigitGroups groups)
    {
        Span<char> digits = stackalloc char[9];
        if (groups.Plus || groups.Digits(digits) != 9 || !IsGroupedAsBsn(groups))
        {
            return false;
        }

        var sum = -(digits[8] - '0');
        for (var place = 0; place < 8; place++)
        {
            sum += (9 - place) * (digits[place] - '0');
        }

        return sum % 11 == 0 && digits.ContainsAnyExcept('0');
    }

    private static bool IsGroupedAsBsn(DigitGroups groups) => groups.Count switch
    {
        1 => true,
        3 => (groups.Length(0), groups.Length(1), groups.Length(2)) is (3, 3, 3) or (4, 2, 3),
        _ => false,
    };
}

namespace FieldKit.Presentation.Search;

/// <summary>Whether two words are one typing error apart: a letter too many, too few, another, or two turned round.</summary>
public static class OneEdit
{
    public static bool Apart(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (Math.Abs(one.Length - other.Length) > 1)
        {
            return false;
        }

        var same = one.CommonPrefixLength(other);
        var rest = one[same..];
        var otherRest = other[same..];
        return (rest.Length - otherRest.Length) switch
        {
            1 => rest[1..].SequenceEqual(otherRest),
            -1 => otherRest[1..].SequenceEqual(rest),
            _ => rest.Length == 0 || rest[1..].SequenceEqual(otherRest[1..]) || IsTurned(rest, otherRest),
        };
    }

    /// <summary>As <see cref="Apart"/>, with any beginning of <paramref name="word"/>: the word is still being typed.</summary>
    public static bool FromBeginning(ReadOnlySpan<char> typed, ReadOnlySpan<char> word)
    {
        for (var length = typed.Length - 1; length <= typed.Length + 1 && length <= word.Length; length++)
        {
            if (Apart(typed, word[..length]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTurned(ReadOnlySpan<char> one, ReadOnlySpan<char> other) =>
        one.Length >= 2 && one[0] == other[1] && one[1] == other[0] && one[2..].SequenceEqual(other[2..]);
}

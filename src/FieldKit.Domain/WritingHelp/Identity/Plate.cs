namespace FieldKit.Domain.WritingHelp.Identity;

/// <summary>A Dutch number plate: six letters and digits in three groups, with hyphens ("AB-12-CD"), with spaces, or together in capitals.</summary>
internal static class Plate
{
    private const int Signs = 6;

    public static IEnumerable<(int Start, int Length)> Find(TextWords words)
    {
        for (var index = 0; index < words.Count; index++)
        {
            if (words[index].Length is Signs or Signs + 2 && IsPlate(words.Written(index)))
            {
                yield return (words[index].Start, words[index].Length);
            }
            else if (IsSpaced(words, index))
            {
                yield return (words[index].Start, words[index + 2].End - words[index].Start);
            }
        }
    }

    private static bool IsSpaced(TextWords words, int index)
    {
        if (index + 2 >= words.Count || words[index + 2].End - words[index].Start != Signs + 2
            || !words.FollowsDirectly(index + 1) || !words.FollowsDirectly(index + 2))
        {
            return false;
        }

        Span<char> plate = stackalloc char[Signs + 2];
        words.Text.AsSpan(words[index].Start, Signs + 2).CopyTo(plate);
        plate.Replace(' ', '-');
        return !plate.ContainsAnyInRange('a', 'z') && IsPlate(plate);
    }

    private static bool IsPlate(ReadOnlySpan<char> word)
    {
        Span<int> lengths = stackalloc int[3];
        lengths.Clear();
        var (group, letters, digits) = (0, 0, 0);
        var together = word.Length == Signs;
        for (var place = 0; place < word.Length; place++)
        {
            var sign = word[place];
            var starts = place > 0 && (together ? char.IsAsciiDigit(sign) != char.IsAsciiDigit(word[place - 1]) : sign == '-');
            if (starts && ++group > 2)
            {
                return false;
            }

            if (!together && sign == '-')
            {
                continue;
            }

            var fits = char.IsAsciiDigit(sign) || (together ? char.IsAsciiLetterUpper(sign) : char.IsAsciiLetter(sign));
            var mixes = lengths[group] > 0 && char.IsAsciiDigit(sign) != char.IsAsciiDigit(word[place - 1]);
            if (!fits || mixes)
            {
                return false;
            }

            lengths[group]++;
            (letters, digits) = char.IsAsciiDigit(sign) ? (letters, digits + 1) : (letters + 1, digits);
        }

        return letters > 0 && digits > 0
            && (lengths[0], lengths[1], lengths[2]) is (2, 2, 2) or (2, 3, 1) or (1, 3, 2) or (3, 2, 1) or (1, 2, 3);
    }
}

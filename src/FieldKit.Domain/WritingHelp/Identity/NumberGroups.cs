namespace FieldKit.Domain.WritingHelp.Identity;

/// <summary>One to six groups of digits that stand together, as in "06 12 34 56 78" or "12-05-2004".</summary>
/// <param name="Plus">A plus sign stands before it.</param>
/// <param name="Groups">Start and length of each.</param>
internal readonly ref struct DigitGroups(TextWords words, bool plus, ReadOnlySpan<(int Start, int Length)> groups)
{
    private readonly ReadOnlySpan<(int Start, int Length)> groups = groups;

    public TextWords Words { get; } = words;

    public bool Plus { get; } = plus;

    public int Count => groups.Length;

    public int Start => groups[0].Start;

    public DigitGroups First(int count) => new(Words, Plus, groups[..Math.Min(count, groups.Length)]);

    public int Length(int group) => groups[group].Length;

    /// <summary>A group of at most four digits as a number; -1 for a longer one.</summary>
    public int Value(int group)
    {
        if (groups[group].Length > 4)
        {
            return -1;
        }

        var value = 0;
        foreach (var digit in Words.Text.AsSpan(groups[group].Start, groups[group].Length))
        {
            value = (value * 10) + (digit - '0');
        }

        return value;
    }

    /// <summary>Copies all digits, one after the other.</summary>
    /// <returns>How many there are; -1 when they do not fit.</returns>
    public int Digits(Span<char> into)
    {
        var count = 0;
        foreach (var (start, length) in groups)
        {
            if (count + length > into.Length)
            {
                return -1;
            }

            Words.Text.AsSpan(start, length).CopyTo(into[count..]);
            count += length;
        }

        return count;
    }
}

internal delegate bool NumberShape(DigitGroups groups);

/// <summary>Walks over the numbers of a text and tries a shape on each of them, together with the few that follow it.</summary>
internal static class NumberGroups
{
    private const int MostGroups = 6;

    public static List<(int Start, int Length)> Find(TextWords words, NumberShape shape)
    {
        var text = words.Text;
        var found = new List<(int Start, int Length)>();
        Span<(int Start, int Length)> groups = stackalloc (int, int)[MostGroups];
        for (var place = 0; place < text.Length;)
        {
            if (!char.IsAsciiDigit(text[place]))
            {
                place++;
                continue;
            }

            var begins = place == 0 || !LetterFolding.IsWord(text[place - 1]);
            var plus = place > 0 && text[place - 1] == '+';
            var count = Read(text, place, groups);
            var next = EndOfDigits(text, place);
            for (var size = begins ? count : 0; size > 0; size--)
            {
                if (shape(new(words, plus, groups[..size])))
                {
                    next = groups[size - 1].Start + groups[size - 1].Length;
                    found.Add((plus ? place - 1 : place, next - (plus ? place - 1 : place)));
                    break;
                }
            }

            place = next;
        }

        return found;
    }

    private static int Read(string text, int place, Span<(int Start, int Length)> groups)
    {
        var count = 0;
        while (count < groups.Length)
        {
            var end = EndOfDigits(text, place);
            if (end == place || (end < text.Length && LetterFolding.IsWord(text[end])))
            {
                break;
            }

            groups[count++] = (place, end - place);
            place = end;
            while (place < text.Length && place - end < 3 && text[place] is ' ' or '-' or '.' or '/' or '(' or ')' or '\u00A0')
            {
                place++;
            }

            if (place == end)
            {
                break;
            }
        }

        return count;
    }

    private static int EndOfDigits(string text, int place)
    {
        while (place < text.Length && char.IsAsciiDigit(text[place]))
        {
            place++;
        }

        return place;
    }
}

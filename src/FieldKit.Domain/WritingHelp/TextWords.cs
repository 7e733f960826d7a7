namespace FieldKit.Domain.WritingHelp;

/// <summary>A word's place in the text and in the folded letters.</summary>
internal readonly record struct TextWord(int Start, int Length, int FoldedStart, int FoldedLength)
{
    public int End => Start + Length;
}

/// <summary>A text cut into words, read once from front to end. An apostrophe or hyphen between letters belongs to the word ("foto's", "rechts-extremist").</summary>
internal sealed class TextWords
{
    private readonly List<TextWord> words;
    private readonly char[] folded;

    public TextWords(string text)
    {
        Text = text;
        words = new(text.Length / 5);
        folded = new char[text.Length];
        var written = 0;
        for (var place = 0; place < text.Length;)
        {
            if (!LetterFolding.IsWord(text[place]))
            {
                place++;
                continue;
            }

            var (start, foldedStart) = (place, written);
            while (place < text.Length && Continues(text, place))
            {
                if (LetterFolding.Fold(text[place]) is not '\0' and var letter)
                {
                    folded[written++] = letter;
                }

                place++;
            }

            words.Add(new(start, place - start, foldedStart, written - foldedStart));
        }
    }

    public string Text { get; }

    public int Count => words.Count;

    public TextWord this[int index] => words[index];

    /// <summary>The word without capitals and accents; empty beyond the first or last word.</summary>
    public ReadOnlySpan<char> Folded(int index) =>
        index >= 0 && index < words.Count ? folded.AsSpan(words[index].FoldedStart, words[index].FoldedLength) : [];

    public ReadOnlySpan<char> Written(int index) =>
        index >= 0 && index < words.Count ? Text.AsSpan(words[index].Start, words[index].Length) : [];

    /// <summary>What stands between a word and the one before it.</summary>
    public ReadOnlySpan<char> Before(int index)
    {
        var from = index == 0 ? 0 : words[index - 1].End;
        return Text.AsSpan(from, words[index].Start - from);
    }

    /// <summary>The word follows the one before it with nothing but a space or one line break between them.</summary>
    public bool FollowsDirectly(int index) =>
        index > 0 && index < words.Count && Before(index) is { Length: <= 2 } gap && gap.IsWhiteSpace() && gap is not ("\n\n" or "\r\r");

    /// <summary>Index of the first word that ends after <paramref name="position"/>.</summary>
    public int FirstEndingAfter(int position)
    {
        var (low, high) = (0, words.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = words[middle].End > position ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private static bool Continues(string text, int place) =>
        LetterFolding.IsWord(text[place])
        || (LetterFolding.Fold(text[place]) is '\'' or '-'
            && LetterFolding.IsWord(text[place - 1])
            && place + 1 < text.Length
            && LetterFolding.IsWord(text[place + 1]));
}

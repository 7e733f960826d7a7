namespace FieldKit.Domain.WritingHelp;

/// <summary>The literal quotes of a text: from a quotation mark to its partner in the same paragraph.</summary>
internal sealed class QuotedParts
{
    private const string Marks = "'\"‘“„«";
    private readonly List<(int Start, int End)> parts = [];
    private int current;

    public QuotedParts(string text)
    {
        // For each mark, up to where there is known to be no partner: so that no stretch is searched twice.
        Span<int> searched = stackalloc int[Marks.Length];
        searched.Clear();
        for (var place = 0; place < text.Length; place++)
        {
            var mark = Marks.IndexOf(text[place]);
            if (mark < 0 || place < searched[mark] || !Opens(text, place))
            {
                continue;
            }

            var end = Partner(text, place);
            if (end < 0)
            {
                searched[mark] = ~end;
            }
            else
            {
                parts.Add((place, end));
                place = end;
            }
        }
    }

    /// <summary>Ask in the order of the text: earlier quotes are forgotten.</summary>
    public bool Holds(int position)
    {
        while (current < parts.Count && parts[current].End < position)
        {
            current++;
        }

        return current < parts.Count && parts[current].Start < position;
    }

    /// <returns>Where the quote ends, or the complement of where the search stopped.</returns>
    private static int Partner(string text, int open)
    {
        var place = open + 1;
        for (; place < text.Length && text[place] is not ('\n' or '\r'); place++)
        {
            if (IsPartner(text[open], text[place]) && Closes(text, place))
            {
                return place;
            }
        }

        return ~place;
    }

    private static bool IsPartner(char open, char close) => open switch
    {
        '\'' => close is '\'' or '’',
        '‘' => close is '’' or '\'',
        '„' or '“' => close is '”' or '“' or '"',
        '«' => close == '»',
        _ => close is '"' or '”',
    };

    // The apostrophe of "'s morgens" and "'t" opens nothing.
    private static bool Opens(string text, int place) =>
        (place == 0 || !LetterFolding.IsWord(text[place - 1]))
        && place + 1 < text.Length
        && !char.IsWhiteSpace(text[place + 1])
        && !(text[place] is '\'' or '‘'
            && text[place + 1] is 's' or 't' or 'n' or 'k' or 'm'
            && (place + 2 >= text.Length || !LetterFolding.IsWord(text[place + 2])));

    private static bool Closes(string text, int place) =>
        !char.IsWhiteSpace(text[place - 1]) && (place + 1 >= text.Length || !LetterFolding.IsWord(text[place + 1]));
}

namespace FieldKit.Presentation.Search;

/// <param name="Count">Of all that was found; <paramref name="Hits"/> are the best of them.</param>
/// <param name="HasAll">False: nothing has all the words, these have some.</param>
/// <param name="Hits">Best first.</param>
public sealed record SearchAnswer(int Count, bool HasAll, IReadOnlyList<SearchHit> Hits)
{
    public static SearchAnswer Nothing { get; } = new(0, true, []);

    /// <summary>The hit of that rank, from 0 for the best; made when it is asked for.</summary>
    internal Func<int, SearchHit> At { get; init; } = rank => throw new ArgumentOutOfRangeException(nameof(rank));

    /// <summary>The same answer with more of it told in full; nothing is looked up or told again.</summary>
    public SearchAnswer Telling(int atMost) =>
        this with { Hits = [.. Hits, .. Enumerable.Range(Hits.Count, Math.Max(0, Math.Min(atMost, Count) - Hits.Count)).Select(At)] };
}

/// <param name="Place">Where in the item the words stand.</param>
/// <param name="Context">A piece of the place's text around the word.</param>
public sealed record SearchHit(SearchItem Item, SearchPlace Place, IReadOnlyList<TextRun> Title, IReadOnlyList<TextRun> Heading, IReadOnlyList<TextRun> Context)
{
    /// <summary>The words stand below the item's own title: that heading is shown too.</summary>
    public bool IsBelow => Place.Heading != Item.Title;
}

/// <param name="IsMatch">Shown marked. Text, never markup.</param>
public readonly record struct TextRun(string Text, bool IsMatch);

/// <summary>Text in runs, with the words that matched told apart.</summary>
public static class MarkedText
{
    private const int Before = 50, After = 110;

    public static IReadOnlyList<TextRun> Whole(string text, Func<string, bool> isMatch) => Runs(text, 0, text.Length, isMatch);

    /// <param name="at">Where the word stands; -1 for the beginning of the text.</param>
    public static IReadOnlyList<TextRun> Around(string text, int at, Func<string, bool> isMatch)
    {
        var start = at <= Before ? 0 : text.IndexOf(' ', at - Before) is >= 0 and var space && space < at ? space + 1 : at;
        var end = Math.Max(at, 0) + After >= text.Length ? text.Length : text.LastIndexOf(' ', Math.Max(at, 0) + After) is var last && last > Math.Max(at, start) ? last : text.Length;
        var runs = Runs(text, start, end, isMatch);
        return [.. start > 0 ? [new TextRun("… ", false)] : Array.Empty<TextRun>(), .. runs, .. end < text.Length ? [new TextRun(" …", false)] : Array.Empty<TextRun>()];
    }

    private static List<TextRun> Runs(string text, int start, int end, Func<string, bool> isMatch)
    {
        var runs = new List<TextRun>();
        var told = start;
        foreach (var word in SearchWord.In(text, start, end))
        {
            if (!word.TellsNothing && isMatch(word.Folded))
            {
                Tell(runs, text[told..word.Start], false);
                Tell(runs, text.Substring(word.Start, word.Length), true);
                told = word.Start + word.Length;
            }
        }

        Tell(runs, text[told..end], false);
        return runs;
    }

    private static void Tell(List<TextRun> runs, string text, bool isMatch)
    {
        if (text.Length > 0)
        {
            runs.Add(new(text, isMatch));
        }
    }
}

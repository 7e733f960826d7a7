namespace FieldKit.Presentation.Search;

/// <summary>Where each word stands. Grows by one item in time linear in its text; answers from memory alone.</summary>
public sealed class SearchIndex
{
    /// <summary>Worth of a word in the item's title, in a heading below it, and in running text.</summary>
    private const int InTitle = 10, InHeading = 4, InText = 1;

    // Two letters begin a quarter of all words; nobody reads what comes after this many places.
    private const int MostHits = 4_000;

    private readonly Vocabulary vocabulary = new();
    private readonly List<List<Hit>> hits = [];
    private readonly List<SearchItem> items = [];
    private readonly List<(int Item, int Place)> places = [];

    public int WordCount => vocabulary.Count;

    public void Add(SearchItem item)
    {
        items.Add(item);
        foreach (var (number, place) in item.Places.Index())
        {
            places.Add((items.Count - 1, number));
            Add(place.Heading, number == 0 ? InTitle : InHeading, isText: false);
            Add(place.Text, InText, isText: true);
        }
    }

    /// <summary>
    /// Items that have all the words, best first; where there are none, those that have most of them. Equal ones keep the order of the content.
    /// </summary>
    /// <param name="atMost">How many are told in full.</param>
    public SearchAnswer Find(string typed, int atMost)
    {
        var words = SearchWord.In(typed).Where(word => word.Folded.Length >= 2 && !word.TellsNothing).Select(word => word.Folded).Distinct().ToList();
        if (words.Count == 0)
        {
            return SearchAnswer.Nothing;
        }

        var marked = new HashSet<int>();
        var scores = words.ConvertAll(word => ScoresOf(word, marked));
        var had = new int[items.Count];
        var worth = new float[items.Count];
        foreach (var score in scores)
        {
            Weigh(score, had, worth);
        }

        var most = had.Max();
        var best = Enumerable.Range(0, most == 0 ? 0 : items.Count).Where(item => had[item] == most).OrderByDescending(item => worth[item]).ToList();
        var isMatch = (string word) => vocabulary.NumberOf(word) is { } number && marked.Contains(number);
        return new(best.Count, most == words.Count, [.. best.Take(atMost).Select(item => HitOf(item, scores, isMatch))]);
    }

    private void Add(string text, int weight, bool isText)
    {
        var place = places.Count - 1;
        foreach (var word in SearchWord.In(text))
        {
            if (word.TellsNothing)
            {
                continue;
            }

            var number = vocabulary.Add(word.Folded);
            if (number == hits.Count)
            {
                hits.Add([]);
            }

            var list = hits[number];
            if (list.Count == 0 || list[^1].Place != place)
            {
                list.Add(new(place, weight, isText ? word.Start : -1));
            }
            else if (isText && list[^1].Start < 0)
            {
                list[^1] = list[^1] with { Start = word.Start };
            }
        }
    }

    private Dictionary<int, (float Worth, int Start)> ScoresOf(string word, HashSet<int> marked)
    {
        var scores = new Dictionary<int, (float Worth, int Start)>();
        var read = 0;
        foreach (var (number, likeness) in vocabulary.Find(word))
        {
            marked.Add(number);
            foreach (var hit in hits[number])
            {
                var worth = likeness * hit.Weight;
                if (!scores.TryGetValue(hit.Place, out var known) || known.Worth < worth)
                {
                    scores[hit.Place] = (worth, hit.Start);
                }
            }

            read += hits[number].Count;
            if (read > MostHits)
            {
                break;
            }
        }

        return scores;
    }

    // A word counts once for an item, by its best place; a little more when it stands in some others.
    private void Weigh(Dictionary<int, (float Worth, int Start)> scores, int[] had, float[] worth)
    {
        var best = new Dictionary<int, (float Worth, int Count)>();
        foreach (var (place, score) in scores)
        {
            var item = places[place].Item;
            var (most, count) = best.GetValueOrDefault(item);
            best[item] = (Math.Max(most, score.Worth), count + 1);
        }

        foreach (var (item, (most, count)) in best)
        {
            had[item]++;
            worth[item] += most + (Math.Min(count, 3) * .1f);
        }
    }

    private SearchHit HitOf(int number, List<Dictionary<int, (float Worth, int Start)>> scores, Func<string, bool> isMatch)
    {
        var (place, start) = PlaceOf(number, scores);
        return new(
            items[number], place, MarkedText.Whole(items[number].Title, isMatch), MarkedText.Whole(place.Heading, isMatch), MarkedText.Around(place.Text, start, isMatch));
    }

    private (SearchPlace Place, int Start) PlaceOf(int item, List<Dictionary<int, (float Worth, int Start)>> scores)
    {
        var first = places.BinarySearch((item, 0));
        var (bestPlace, bestWorth, bestStart) = (0, -1f, -1);
        for (var number = 0; number < items[item].Places.Count; number++)
        {
            var (sum, start) = (0f, -1);
            foreach (var score in scores)
            {
                if (score.TryGetValue(first + number, out var found))
                {
                    sum += found.Worth;
                    start = start < 0 ? found.Start : start;
                }
            }

            if (sum > bestWorth)
            {
                (bestPlace, bestWorth, bestStart) = (number, sum, start);
            }
        }

        return (items[item].Places[bestPlace], bestStart);
    }

    /// <param name="Start">Of the word in the place's text; -1 when it stands in the heading only.</param>
    private readonly record struct Hit(int Place, int Weight, int Start);
}

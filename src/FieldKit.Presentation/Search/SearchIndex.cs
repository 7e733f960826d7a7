namespace FieldKit.Presentation.Search;

/// <summary>Where each word stands. Grows by one item in time linear in its text; answers from memory alone.</summary>
public sealed class SearchIndex
{
    /// <summary>Worth of a word in the item's title, in a heading below it, and in running text.</summary>
    private const int InTitle = 10, InHeading = 4, InText = 1;

    // Two letters begin a quarter of all words; nobody reads what comes after this many places.
    private const int MostHits = 1_500;

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

        var (best, most) = BestFirst.Of(had, worth);
        var isMatch = (string word) => vocabulary.NumberOf(word) is { } number && marked.Contains(number);
        var found = new SearchAnswer(best.Count, most == words.Count, []) { At = rank => HitOf(best.At(rank), scores, isMatch) };
        return found.Telling(atMost);
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

    private PlaceScores ScoresOf(string word, HashSet<int> marked)
    {
        var scores = new PlaceScores(places.Count);
        var read = 0;
        foreach (var (number, likeness) in vocabulary.Find(word))
        {
            marked.Add(number);
            foreach (var hit in hits[number])
            {
                scores.Note(hit.Place, likeness * hit.Weight, hit.Start);
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
    private void Weigh(PlaceScores scores, int[] had, float[] worth)
    {
        var best = new float[items.Count];
        var count = new int[items.Count];
        foreach (var place in scores.Places)
        {
            var item = places[place].Item;
            best[item] = Math.Max(best[item], scores.WorthOf(place));
            count[item]++;
        }

        for (var item = 0; item < count.Length; item++)
        {
            if (count[item] > 0)
            {
                had[item]++;
                worth[item] += best[item] + (Math.Min(count[item], 3) * .1f);
            }
        }
    }

    private SearchHit HitOf(int number, List<PlaceScores> scores, Func<string, bool> isMatch)
    {
        var (place, start) = PlaceOf(number, scores);
        return new(
            items[number], place, MarkedText.Whole(items[number].Title, isMatch), MarkedText.Whole(place.Heading, isMatch), MarkedText.Around(place.Text, start, isMatch));
    }

    private (SearchPlace Place, int Start) PlaceOf(int item, List<PlaceScores> scores)
    {
        var first = places.BinarySearch((item, 0));
        var (bestPlace, bestWorth, bestStart) = (0, -1f, -1);
        for (var number = 0; number < items[item].Places.Count; number++)
        {
            var (sum, start) = (0f, -1);
            foreach (var score in scores)
            {
                if (score.WorthOf(first + number) is > 0 and var found)
                {
                    sum += found;
                    start = start < 0 ? score.StartIn(first + number) : start;
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

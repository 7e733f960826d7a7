namespace FieldKit.Presentation.Search;

/// <summary>Numbers by what they are worth. Only those that are asked for are put in order: of hundreds that are found, a screen shows a few.</summary>
/// <param name="worth">By number.</param>
internal sealed class BestFirst(List<int> found, float[] worth)
{
    private readonly List<int> ranked = [];

    public int Count { get; } = found.Count;

    /// <summary>Those that have most of the words.</summary>
    /// <param name="had">How many of the words each number has.</param>
    public static (BestFirst Best, int Most) Of(int[] had, float[] worth)
    {
        var (found, most) = (new List<int>(), 1);
        for (var number = 0; number < had.Length; number++)
        {
            if (had[number] > most)
            {
                found.Clear();
                most = had[number];
            }

            if (had[number] == most)
            {
                found.Add(number);
            }
        }

        return (new(found, worth), found.Count == 0 ? 0 : most);
    }

    /// <summary>From 0 for the best; of equals the lowest number.</summary>
    public int At(int rank)
    {
        while (ranked.Count <= rank)
        {
            var best = 0;
            for (var at = 1; at < found.Count; at++)
            {
                if (worth[found[at]] > worth[found[best]])
                {
                    best = at;
                }
            }

            ranked.Add(found[best]);
            found.RemoveAt(best);
        }

        return ranked[rank];
    }
}

using System.Runtime.InteropServices;

namespace FieldKit.Presentation.Search;

/// <summary>What each place is worth for one word. By number, not by key: a keystroke may weigh thousands of places.</summary>
/// <param name="count">How many places there are.</param>
internal sealed class PlaceScores(int count)
{
    private readonly float[] worths = new float[count];
    private readonly int[] starts = new int[count];
    private readonly List<int> noted = [];

    /// <summary>Those that have the word, each once.</summary>
    public ReadOnlySpan<int> Places => CollectionsMarshal.AsSpan(noted);

    /// <summary>0 where the word is not.</summary>
    public float WorthOf(int place) => worths[place];

    /// <summary>Of the word in the place's text; -1 when it stands in the heading only.</summary>
    public int StartIn(int place) => starts[place];

    /// <summary>The best counts; of equals the first.</summary>
    public void Note(int place, float worth, int start)
    {
        if (worths[place] >= worth)
        {
            return;
        }

        if (worths[place] == 0)
        {
            noted.Add(place);
        }

        (worths[place], starts[place]) = (worth, start);
    }
}

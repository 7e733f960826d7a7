using FieldKit.Domain;

namespace FieldKit.Presentation.Search;

/// <summary>
/// Looks up while one types. Made once and kept in memory only, so that Back finds the words again and closing the app forgets them;
/// the index is made when the page is first opened, a piece at a time, so that the page answers meanwhile.
/// </summary>
public sealed class SearchScreen(Texts texts)
{
    /// <summary>More nobody reads on a telephone: another letter sorts better than scrolling does.</summary>
    public const int Most = 8;

    /// <summary>What a telephone shows of it without scrolling: found and drawn at every keystroke, the rest a frame later.</summary>
    public const int First = 3;

    private const int ItemsAtOnce = 6;

    private SearchIndex? index;
    private (ContentBundle Bundle, string Language)? madeOf;
    private string words = "";

    /// <summary>What is typed. Setting it finds the <see cref="First"/>; <see cref="Complete"/> the others.</summary>
    public string Words
    {
        get => words;
        set
        {
            words = value;
            Look(First);
        }
    }

    public bool IsReady => index is not null;

    /// <summary>Two letters begin a search.</summary>
    public bool IsAsking => words.Trim().Length >= 2;

    public SearchAnswer Answer { get; private set; } = SearchAnswer.Nothing;

    /// <returns>True: there are more than there were.</returns>
    public bool Complete()
    {
        var before = Answer.Hits.Count;
        if (before < Answer.Count)
        {
            Answer = Answer.Telling(Most);
        }

        return Answer.Hits.Count > before;
    }

    /// <summary>Makes the index of this content in the chosen language, unless it is there already.</summary>
    public async Task PrepareAsync(ContentBundle bundle)
    {
        var language = texts.Language;
        if (madeOf == (bundle, language))
        {
            return;
        }

        madeOf = (bundle, language);
        index = null;
        var made = new SearchIndex();
        foreach (var (number, item) in SearchPlaces.In(bundle, language).Index())
        {
            made.Add(item);
            if (number % ItemsAtOnce == 0)
            {
                await Task.Delay(1);
            }
        }

        // Meanwhile another language or newer content may have been asked for.
        if (madeOf == (bundle, language))
        {
            index = made;
            Look(Most);
        }
    }

    private void Look(int atMost) => Answer = index?.Find(words, atMost) ?? SearchAnswer.Nothing;
}

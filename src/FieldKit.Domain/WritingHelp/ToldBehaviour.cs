namespace FieldKit.Domain.WritingHelp;

/// <summary>
/// Whether a text tells nothing but looks, religion or origin, or a feeling (facts.md G4). One word that no list knows is enough to make
/// it a text about behaviour: it only speaks where there is no doubt, so that no real worry is held up by a list.
/// </summary>
public sealed class ToldBehaviour
{
    private readonly IReadOnlyList<HintRule> lists;
    private readonly PhraseIndex phrases = new();

    /// <param name="aid">Its lists on looks, origin and opinion, and what it says of behaviour.</param>
    public ToldBehaviour(WritingAid aid)
        : this(ListsOf(aid))
    {
        foreach (var _ in phrases.Fill(aid with { Rules = lists, Persons = [] }))
        {
            // All at once.
        }
    }

    private ToldBehaviour(IReadOnlyList<HintRule> lists) => this.lists = lists;

    /// <summary>Makes one a few words at a time, for where somebody is waiting on the same thread.</summary>
    /// <param name="breathe">Awaited in between; lets others go first.</param>
    public static async Task<ToldBehaviour> MakeAsync(WritingAid aid, Func<Task> breathe)
    {
        var made = new ToldBehaviour(ListsOf(aid));
        foreach (var _ in made.phrases.Fill(aid with { Rules = made.lists, Persons = [] }))
        {
            await breathe();
        }

        return made;
    }

    // Filler stands under a kind of its own: it covers words and says nothing.
    private static IReadOnlyList<HintRule> ListsOf(WritingAid aid) => aid.Behaviour is not { } behaviour
        ? []
        :
        [
            .. aid.Rules.Where(rule => rule.Kind is HintKind.Looks or HintKind.Origin or HintKind.Opinion),
            new("feelings", HintKind.Opinion, "", null, null, behaviour.Feelings, [], []),
            new("filler", HintKind.Time, "", null, null, behaviour.Filler, [], []),
        ];

    /// <summary>Every word is looks, origin, opinion or feeling, or a word that says nothing by itself, and at least one is of the former.</summary>
    public bool IsMissingFrom(string text)
    {
        var words = new TextWords(text);
        var covered = new bool[words.Count];
        var excepted = new int[lists.Count];
        var said = false;
        var here = new List<PhraseMatch>();
        for (var index = 0; index < words.Count; index++)
        {
            here.Clear();
            phrases.Collect(words, index, here);
            foreach (var except in here.Where(match => match.Except))
            {
                excepted[except.Rule] = Math.Max(excepted[except.Rule], index + except.Words);
            }

            foreach (var match in here.Where(match => !match.Except && index >= excepted[match.Rule]))
            {
                said |= lists[match.Rule].Kind != HintKind.Time;
                covered.AsSpan(index, match.Words).Fill(true);
            }

            covered[index] |= IsNumber(words.Folded(index));
        }

        return said && Array.TrueForAll(covered, known => known);
    }

    private static bool IsNumber(ReadOnlySpan<char> word) => word.IndexOfAnyExceptInRange('0', '9') < 0;
}

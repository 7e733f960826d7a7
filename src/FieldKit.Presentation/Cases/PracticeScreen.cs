using FieldKit.Domain;
using FieldKit.Domain.Cases;
using FieldKit.Domain.Contacts;
using FieldKit.Domain.Flowcharts;
using FieldKit.Domain.Guides;

namespace FieldKit.Presentation.Cases;

/// <summary>
/// A practice case as it is walked: choose, read what follows, compare (facts.md F3). Lives as long as its page:
/// what somebody chooses is kept nowhere and counts for nothing.
/// </summary>
public sealed class PracticeScreen : Observable
{
    private readonly PracticeCase whole;
    private readonly Dictionary<string, int> chosen = [];
    private int mirror;
    private int at;

    /// <param name="mirror">About whom the story is told first; any number will do.</param>
    public PracticeScreen(ContentBundle bundle, PracticeCase whole, int mirror)
    {
        this.whole = whole;
        this.mirror = mirror;
        Told = whole.ToldWith(mirror);
        Chart = bundle.Flowcharts.FirstOrDefault(chart => chart.Id == whole.Route.Flowchart);
        Guides = [.. whole.Route.Guides.SelectMany(id => bundle.Guides.Where(guide => guide.Id == id))];
        Contacts = [.. whole.Route.Contacts.SelectMany(id => bundle.Contacts.Where(contact => contact.Id == id))];
    }

    /// <summary>The case with its words filled in.</summary>
    public PracticeCase Told { get; private set; }

    public CaseQuestion Question => Told.Questions[at];

    /// <summary>Counts from 1.</summary>
    public int Number => at + 1;

    public int Count => Told.Questions.Count;

    /// <summary>Null until one is chosen; another may be chosen afterwards, to compare.</summary>
    public CaseOption? Chosen => chosen.TryGetValue(Question.Id, out var index) ? Question.Options[index] : null;

    public bool HasPrevious => at > 0;

    /// <summary>Only after a choice: first think, then read on.</summary>
    public bool HasNext => Chosen is not null && Number < Count;

    /// <summary>Each question was answered, in whatever way: what to take along is shown.</summary>
    public bool IsWhole => Told.Questions.All(question => chosen.ContainsKey(question.Id));

    public bool HasMirrors => whole.Mirrors.Count > 1;

    public Flowchart? Chart { get; }

    public IReadOnlyList<Guide> Guides { get; }

    public IReadOnlyList<Contact> Contacts { get; }

    /// <param name="index">Which of the question's options, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The question has no such option.</exception>
    public void Choose(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Question.Options.Count);
        chosen[Question.Id] = index;
        Changed();
    }

    public void Next() => Stand(HasNext ? at + 1 : at);

    public void Previous() => Stand(HasPrevious ? at - 1 : at);

    /// <summary>The same story about somebody else; place and choices stay, so that one can ask whether one would choose the same.</summary>
    public void TellAboutAnother()
    {
        mirror++;
        Told = whole.ToldWith(mirror);
        Changed();
    }

    public void Again()
    {
        chosen.Clear();
        Stand(0);
    }

    public static string AddressOf(PracticeCase practice) => $"/oefenen/{Uri.EscapeDataString(practice.Id)}";

    private void Stand(int place)
    {
        at = place;
        Changed();
    }
}

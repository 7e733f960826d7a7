using FieldKit.Domain.Languages;

namespace FieldKit.Domain.Cases;

/// <summary>
/// A made-up story to practise with (facts.md F3). It is told about different groups in turn, while questions, options and route stay the same.
/// What somebody chooses is kept nowhere and counts for nothing.
/// </summary>
/// <param name="Id">For instance "K01".</param>
/// <param name="Municipality">Municipality id, or null where it holds everywhere.</param>
/// <param name="Roles">Values of the form's question about the reporter's role.</param>
/// <param name="Story">With {placeholders} that every mirror fills.</param>
/// <param name="Mirrors">At least two.</param>
/// <param name="Learned">What to take along.</param>
/// <param name="Facts">Ids of the fact base that this case rests on.</param>
public sealed record PracticeCase(
    string Id,
    LocalText Title,
    LocalText Audience,
    LocalText Purpose,
    string? Municipality,
    IReadOnlyList<string> Roles,
    LocalText Story,
    IReadOnlyList<CaseMirror> Mirrors,
    IReadOnlyList<CaseQuestion> Questions,
    LocalText Learned,
    CaseRoute Route,
    IReadOnlyList<string> Facts,
    DateOnly Updated)
{
    /// <summary>The case as it is told with mirror <paramref name="mirror"/>; numbers beyond the last begin again.</summary>
    public PracticeCase ToldWith(int mirror)
    {
        var values = Mirrors.Count == 0 ? CaseMirror.Empty : Mirrors[(int)((uint)mirror % Mirrors.Count)];
        return this with
        {
            Story = values.Fill(Story),
            Questions = [.. Questions.Select(question => question.FilledBy(values))],
            Learned = values.Fill(Learned),
        };
    }
}

/// <param name="Text">May hold placeholders, as may options and feedback.</param>
/// <param name="Options">Two to four, of which at least one is advised.</param>
public sealed record CaseQuestion(string Id, LocalText Text, IReadOnlyList<CaseOption> Options, IReadOnlyList<string> Facts)
{
    internal CaseQuestion FilledBy(CaseMirror values) => this with
    {
        Text = values.Fill(Text),
        Options = [.. Options.Select(option => option with { Label = values.Fill(option.Label), Feedback = values.Fill(option.Feedback) })],
    };
}

/// <param name="Feedback">Shown after choosing; explains, and never gives a score.</param>
public sealed record CaseOption(LocalText Label, LocalText Feedback, bool Advised);

/// <summary>Where one would turn to in earnest.</summary>
/// <param name="Flowchart">Flowchart id, or null.</param>
public sealed record CaseRoute(string? Flowchart, IReadOnlyList<string> Guides, IReadOnlyList<string> Contacts, bool OffersSignal);

namespace FieldKit.Domain.WritingHelp;

/// <summary>The words of one language that make the app ask a question while somebody writes (facts.md C8).</summary>
/// <param name="Language">Two-letter code.</param>
/// <param name="Persons">Words that tell that a text is about somebody ("hij", "de leerling"); see <see cref="HintRule.AboutPerson"/>.</param>
/// <param name="Behaviour">Null in bundles from before it was kept.</param>
public sealed record WritingAid(
    string Language,
    IReadOnlyList<HintRule> Rules,
    IReadOnlyList<string> Facts,
    DateOnly Updated,
    IReadOnlyList<string>? Persons = null,
    BehaviourAid? Behaviour = null)
{
    // Devices may still hold a bundle from before this list existed.
    public IReadOnlyList<string> Persons { get; init; } = Persons ?? [];
}

/// <summary>What is needed to see that a text tells of no behaviour at all (facts.md G4), and where the writer is led then.</summary>
/// <param name="Guide">Id of the guide that helps to find facts.</param>
/// <param name="Feelings">Words, written as those of a <see cref="HintRule"/>, that tell how something feels to the writer.</param>
/// <param name="Filler">Words that say nothing by themselves: articles, pronouns, "is", "draagt", days of the week.</param>
public sealed record BehaviourAid(string Guide, IReadOnlyList<string> Feelings, IReadOnlyList<string> Filler);

/// <summary>A question, and what in a text makes it be asked.</summary>
/// <param name="Question">Only ever a question or an invitation: never a label, a level or advice to report.</param>
/// <param name="QuotedQuestion">Asked instead when the words stand in a literal quote; null: the same question.</param>
/// <param name="NamedQuestion">Asked instead when the writer chose not to ask advice without a name; null: the same question.</param>
/// <param name="Words">Whole words or phrases; "*" at the end of a word stands for any ending. Capitals and accents do not matter, except for identity, where a word counts only when it begins with a capital.</param>
/// <param name="Except">Words or phrases inside which this rule stays silent ("elke morgen").</param>
/// <param name="Detect">Built-in detectors; only for <see cref="HintKind.Identity"/>.</param>
/// <param name="AboutPerson">Asked only from the sentence on in which the text first tells of somebody: "vaak" about nobody is not vague about a person.</param>
public sealed record HintRule(
    string Id,
    HintKind Kind,
    string Question,
    string? QuotedQuestion,
    string? NamedQuestion,
    IReadOnlyList<string> Words,
    IReadOnlyList<string> Except,
    IReadOnlyList<IdentityDetector> Detect,
    bool AboutPerson = false);

public enum HintKind
{
    Interpretation,
    Time,
    Opinion,
    Hearsay,
    Looks,
    Origin,
    Health,
    Group,
    Identity,

    /// <summary>Nothing was written that speaks against the worry.</summary>
    Balance,
    Urgency,
    Recruitment,
}

public enum IdentityDetector
{
    Phone,
    Mail,
    Bsn,
    Plate,
    DateOfBirth,
    Address,
    Handle,
    Name,
}

namespace FieldKit.Domain.WritingHelp;

/// <summary>The words of one language that make the app ask a question while somebody writes (facts.md C8).</summary>
/// <param name="Language">Two-letter code.</param>
public sealed record WritingAid(string Language, IReadOnlyList<HintRule> Rules, IReadOnlyList<string> Facts, DateOnly Updated);

/// <summary>A question, and what in a text makes it be asked.</summary>
/// <param name="Question">Only ever a question or an invitation: never a label, a level or advice to report.</param>
/// <param name="QuotedQuestion">Asked instead when the words stand in a literal quote; null: the same question.</param>
/// <param name="NamedQuestion">Asked instead when the writer chose not to ask advice without a name; null: the same question.</param>
/// <param name="Words">Whole words or phrases; "*" at the end of a word stands for any ending. Capitals and accents do not matter, except for identity, where a word counts only when it begins with a capital.</param>
/// <param name="Except">Words or phrases inside which this rule stays silent ("elke morgen").</param>
/// <param name="Detect">Built-in detectors; only for <see cref="HintKind.Identity"/>.</param>
public sealed record HintRule(
    string Id,
    HintKind Kind,
    string Question,
    string? QuotedQuestion,
    string? NamedQuestion,
    IReadOnlyList<string> Words,
    IReadOnlyList<string> Except,
    IReadOnlyList<IdentityDetector> Detect);

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

using FieldKit.Domain.Forms;

namespace FieldKit.Domain.Signals;

/// <summary>The readable signal: exists only on the device that wrote it and in the desk that opened it.</summary>
/// <param name="Mode">"advies" (without a name) or "signaal" (with a name), facts.md E3.4.</param>
/// <param name="Answers">Only visible fields that may leave the device, keyed as <see cref="AnswerKey.ToString"/>.</param>
/// <param name="Path">Steps taken in a flowchart before writing, oldest first; may be empty.</param>
public sealed record SignalDocument(
    Guid Id,
    string Form,
    int FormVersion,
    string Mode,
    string Municipality,
    string Language,
    DateTimeOffset WrittenAt,
    IReadOnlyDictionary<string, FormAnswer> Answers,
    IReadOnlyList<PathStep> Path);

/// <summary>One question and the answer given, in the writer's language.</summary>
public sealed record PathStep(string Flowchart, string Step, string Question, string Choice);

/// <summary>What a writer adds to a sent signal, or says when taking it back. Which of the two it is stands on the outside.</summary>
/// <param name="Text">Plain text; null when a signal is withdrawn without a reason.</param>
public sealed record FollowUpDocument(Guid Id, Guid About, string? Text, DateTimeOffset WrittenAt);

/// <summary>What the reporting point sends back, readable only on the device that wrote the signal.</summary>
/// <param name="Stage">Stage id of the municipality after this message.</param>
/// <param name="Text">Advice or a question in plain text; null when only the stage moved.</param>
/// <param name="Links">What goes with the advice; null, or left out by desks that know no such thing.</param>
public sealed record AnswerDocument(
    Guid Id,
    Guid About,
    string Stage,
    Languages.LocalText StageName,
    string? Text,
    DateTimeOffset WrittenAt,
    AdviceLinks? Links = null);

/// <summary>Ids of guides and contacts of the content. What the reader's content does not have is left out there.</summary>
public sealed record AdviceLinks(IReadOnlyList<string> Guides, IReadOnlyList<string> Contacts);

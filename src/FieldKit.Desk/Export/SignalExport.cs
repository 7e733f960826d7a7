using System.Text.Json.Serialization;
using FieldKit.Domain.Signals.Reading;

namespace FieldKit.Desk.Export;

/// <summary>
/// A readable copy of one signal as a file (docs/export.md), in the order in which it is read at the desk (facts.md G3): facts first, opinion
/// apart, names last.
/// </summary>
/// <param name="Format">Another name when something is given another meaning; what is only added keeps it.</param>
/// <param name="Mode">"advies" or "signaal".</param>
/// <param name="Stage">The municipality's own word for where it stands.</param>
/// <param name="Names">Null when the page with names was closed, or there is none; <paramref name="NamesLeftOut"/> says which.</param>
public sealed record SignalExport(
    string Format,
    DateTimeOffset ExportedAt,
    string Language,
    Guid Signal,
    string Municipality,
    string Organisation,
    string Mode,
    string Form,
    int FormVersion,
    DateTimeOffset WrittenAt,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? WithdrawnAt,
    string Stage,
    IReadOnlyList<string> Heading,
    IReadOnlyList<ReadingGroup> Sections,
    IReadOnlyList<ExportedStep> Path,
    ReadingGroup? Opinion,
    IReadOnlyList<ExportedLine> Conversation,
    ReadingGroup? Names,
    bool NamesLeftOut,
    string Footer)
{
    public const string FormatName = "fieldkit-signal-1";
}

/// <summary>A step of the flowchart that the writer came along.</summary>
public sealed record ExportedStep(string Question, string Choice);

/// <param name="From">"writer" or "desk".</param>
/// <param name="Stage">The stage that the desk moved it to; null for what the writer sent.</param>
/// <param name="Text">Null when there was none, or when it could not be opened.</param>
/// <param name="Links">Titles of the guides and contacts that went with it; null when there were none.</param>
public sealed record ExportedLine(DateTimeOffset At, string From, string? Stage, string? Text, IReadOnlyList<string>? Links = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(SignalExport))]
internal sealed partial class ExportJson : JsonSerializerContext;

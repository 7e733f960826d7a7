using System.Text.Json.Serialization;
using FieldKit.Domain.Advice;
using FieldKit.Domain.Cases;
using FieldKit.Domain.Contacts;
using FieldKit.Domain.Flowcharts;
using FieldKit.Domain.Forms;
using FieldKit.Domain.Guides;
using FieldKit.Domain.Municipalities;
using FieldKit.Domain.Signals;
using FieldKit.Domain.Starts;
using FieldKit.Domain.WritingHelp;

namespace FieldKit.Domain;

/// <summary>Everything that is read in the app, compiled once and signed.</summary>
public sealed record ContentBundle(
    DateOnly BuiltOn,
    IReadOnlyList<Flowchart> Flowcharts,
    IReadOnlyList<Guide> Guides,
    IReadOnlyList<Contact> Contacts,
    IReadOnlyList<FormDefinition> Forms,
    IReadOnlyList<Municipality> Municipalities,
    IReadOnlyList<PracticeCase>? Cases = null,
    IReadOnlyList<WritingAid>? WritingHelp = null,
    IReadOnlyList<RoleStart>? Starts = null,
    IReadOnlyList<AdviceTemplate>? Advice = null)
{
    // Devices may still hold a bundle from before these lists existed.
    public IReadOnlyList<PracticeCase> Cases { get; init; } = Cases ?? [];

    public IReadOnlyList<WritingAid> WritingHelp { get; init; } = WritingHelp ?? [];

    public IReadOnlyList<RoleStart> Starts { get; init; } = Starts ?? [];

    public IReadOnlyList<AdviceTemplate> Advice { get; init; } = Advice ?? [];
}

/// <summary>Source-generated JSON for what is stored, bundled or sealed: no reflection in the browser.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ContentBundle))]
[JsonSerializable(typeof(SignalDocument))]
[JsonSerializable(typeof(AnswerDocument))]
[JsonSerializable(typeof(FollowUpDocument))]
[JsonSerializable(typeof(ReasonDocument))]
[JsonSerializable(typeof(EntryDocument))]
[JsonSerializable(typeof(FlowPosition))]
public sealed partial class DomainJson : JsonSerializerContext;

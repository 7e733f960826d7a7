using FieldKit.Domain.Languages;

namespace FieldKit.Domain.Flowcharts;

/// <summary>A reporting route as data: steps with choices that end in outcomes (facts.md F1).</summary>
/// <param name="Id">For instance "F03".</param>
/// <param name="Municipality">Municipality id, or null where it holds everywhere.</param>
/// <param name="Start">Id of the first step.</param>
/// <param name="Facts">Ids of the fact base that this chart rests on ("A067", "P01").</param>
public sealed record Flowchart(
    string Id,
    LocalText Title,
    LocalText Purpose,
    string? Municipality,
    IReadOnlyList<string> Roles,
    string Start,
    IReadOnlyList<FlowStep> Steps,
    IReadOnlyList<string> Facts,
    DateOnly Updated)
{
    /// <exception cref="KeyNotFoundException">No step has this id.</exception>
    public FlowStep Step(string id) =>
        Steps.FirstOrDefault(step => step.Id == id) ?? throw new KeyNotFoundException($"{Id} has no step '{id}'.");
}

/// <summary>A question with choices, or an outcome: exactly one of the two.</summary>
public sealed record FlowStep(
    string Id,
    LocalText Title,
    LocalText? Explanation,
    bool Danger,
    IReadOnlyList<FlowChoice> Choices,
    FlowOutcome? Outcome,
    IReadOnlyList<string> Facts);

/// <param name="To">A step id in the same chart, or another chart's id ("F03"), entered at its start.</param>
/// <param name="Returns">Goes back to an earlier step on purpose ("toch eerst …"); other loops are refused when content is compiled.</param>
public sealed record FlowChoice(LocalText Label, string To, bool Returns = false);

/// <summary>Where a path ends: always a person or place to turn to.</summary>
public sealed record FlowOutcome(
    IReadOnlyList<string> Contacts,
    IReadOnlyList<string> Guides,
    bool OffersSignal);

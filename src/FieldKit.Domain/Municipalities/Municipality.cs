using FieldKit.Domain.Languages;

namespace FieldKit.Domain.Municipalities;

/// <summary>A municipality with its own chain; chains are never merged (facts.md B).</summary>
/// <param name="Chain">The whole road of a signal, also before and after the stages that a reporter sees; null in bundles from before it was kept.</param>
/// <param name="Night">What can really be reached at night here.</param>
/// <param name="Device">What it asks of devices; null where the defaults hold. Read it with <see cref="DevicePolicy.Of"/>.</param>
/// <param name="Afterwards">What the writer may count on after sealing; null in bundles from before it was kept.</param>
public sealed record Municipality(
    string Id,
    LocalText Name,
    LocalText ReportingPoint,
    IReadOnlyList<Stage> Stages,
    IReadOnlyList<string> Facts,
    IReadOnlyList<ChainStep>? Chain = null,
    LocalText? Night = null,
    DevicePolicy? Device = null,
    Afterwards? Afterwards = null)
{
    public Stage? Stage(string id) => Stages.FirstOrDefault(stage => stage.Id == id);
}

/// <summary>A step that a reporter may see, in the municipality's own words.</summary>
/// <param name="Next">Ids of the stages that may follow; empty closes the signal.</param>
/// <param name="Facts">Ids of the fact base; null in bundles from before they were kept.</param>
/// <param name="KeepDays">So many days after the last thing that happened the reporting point clears a signal that stands here; null where nothing clears it.</param>
/// <param name="TwoPeople">Those of <paramref name="Next"/> that one person proposes and another agrees with; null where one person moves a signal on.</param>
/// <param name="Meeting">True where people meet about the signals that stand here, as a weegploeg or casusoverleg does.</param>
public sealed record Stage(
    string Id,
    LocalText Name,
    LocalText Explanation,
    IReadOnlyList<string> Next,
    IReadOnlyList<string>? Facts = null,
    int? KeepDays = null,
    IReadOnlyList<string>? TwoPeople = null,
    bool? Meeting = null)
{
    public bool IsMeeting => Meeting == true;

    /// <summary>Whether two people decide that a signal goes from here to that stage.</summary>
    public bool NeedsTwo(string next) => TwoPeople?.Contains(next) == true;
}

/// <summary>One step of a municipality's own chain as its sources tell it.</summary>
/// <param name="When">The rhythm, only where a source gives one.</param>
/// <param name="Gap">What is not known, shown as a gap.</param>
/// <param name="Stage">Id of the stage that this step is, if a reporter sees it as one.</param>
public sealed record ChainStep(
    string Id,
    LocalText Name,
    LocalText What,
    LocalText? Who,
    LocalText? When,
    LocalText? Gap,
    string? Stage,
    IReadOnlyList<string> Facts);

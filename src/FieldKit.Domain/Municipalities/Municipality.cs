using FieldKit.Domain.Languages;

namespace FieldKit.Domain.Municipalities;

/// <summary>A municipality with its own chain; chains are never merged (facts.md B).</summary>
public sealed record Municipality(string Id, LocalText Name, LocalText ReportingPoint, IReadOnlyList<Stage> Stages, IReadOnlyList<string> Facts)
{
    public Stage? Stage(string id) => Stages.FirstOrDefault(stage => stage.Id == id);
}

/// <summary>A step that a reporter may see, in the municipality's own words.</summary>
/// <param name="Next">Ids of the stages that may follow; empty closes the signal.</param>
public sealed record Stage(string Id, LocalText Name, LocalText Explanation, IReadOnlyList<string> Next);

using FieldKit.Domain.Languages;

namespace FieldKit.Domain.Starts;

/// <summary>What somebody in one of these roles most likely needs first: the cards on their start screen.</summary>
/// <param name="Roles">Values of the form's question about the writer's role.</param>
/// <param name="Steps">In order; of these, two or three hold in any one municipality, and where it is none of those known.</param>
/// <param name="Facts">Ids of the fact base.</param>
public sealed record RoleStart(string Id, IReadOnlyList<string> Roles, IReadOnlyList<StartStep> Steps, IReadOnlyList<string> Facts)
{
    /// <param name="municipality">Null: another one, or unknown.</param>
    public IEnumerable<StartStep> In(string? municipality) => Steps.Where(step => step.Municipality is null || step.Municipality == municipality);
}

/// <summary>Leads to one thing: a flowchart, a guide or a contact.</summary>
/// <param name="Municipality">Null: everywhere.</param>
public sealed record StartStep(
    LocalText Title, LocalText Text, string? Municipality = null, string? Flowchart = null, string? Guide = null, string? Contact = null);

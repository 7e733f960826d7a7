using FieldKit.Domain.Languages;

namespace FieldKit.Domain.Municipalities;

/// <summary>What a writer may count on after sealing, in the municipality's own words. What no source says is said to be unknown; nothing is promised.</summary>
/// <param name="Reader">Who reads it.</param>
/// <param name="Answer">When to expect an answer, or that no term is named.</param>
/// <param name="Meanwhile">Ids of contacts to call until then.</param>
/// <param name="Care">What the writer can do for themselves.</param>
/// <param name="CareGuide">Id of the guide that helps with that.</param>
/// <param name="CareContacts">Ids of contacts for the writer's own sake.</param>
public sealed record Afterwards(
    LocalText Reader,
    LocalText Answer,
    IReadOnlyList<string> Meanwhile,
    LocalText Care,
    string CareGuide,
    IReadOnlyList<string> CareContacts,
    IReadOnlyList<string> Facts);

using FieldKit.Domain.Languages;

namespace FieldKit.Domain.Guides;

/// <summary>A conversation guide, usable in the moment (facts.md F2).</summary>
public sealed record Guide(
    string Id,
    LocalText Title,
    LocalText Audience,
    LocalText Purpose,
    IReadOnlyList<GuidePart> Parts,
    IReadOnlyList<string> Contacts,
    IReadOnlyList<string> Facts,
    DateOnly Updated);

/// <param name="Kind">"first", "step", "question", "avoid", "aftercare" or "stop".</param>
/// <param name="Minutes">Planned length of a step, or null.</param>
/// <param name="Html">Sanitised HTML, rendered at build; no script, no foreign address.</param>
public sealed record GuidePart(string Id, string Kind, LocalText Title, int? Minutes, LocalText Html);

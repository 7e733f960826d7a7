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
    DateOnly Updated)
{
    /// <summary>Whether somebody wrote it in this language; otherwise it is read in Dutch.</summary>
    public bool IsIn(string language) => Title.ByLanguage.ContainsKey(language);
}

/// <param name="Kind">"first", "step", "question", "avoid", "aftercare" or "stop".</param>
/// <param name="Minutes">Planned length of a step, or null.</param>
/// <param name="Html">Sanitised HTML, rendered at build; no script, no foreign address.</param>
/// <param name="Facts">Ids of the fact base that this part rests on; null in bundles from before they were kept.</param>
/// <param name="Age">One of <see cref="Ages"/> where the part is for that age alone, or null.</param>
public sealed record GuidePart(
    string Id,
    string Kind,
    LocalText Title,
    int? Minutes,
    LocalText Html,
    IReadOnlyList<string>? Facts = null,
    string? Age = null)
{
    /// <summary>Lower and upper primary school, secondary school, vocational school, grown-ups.</summary>
    public static IReadOnlyList<string> Ages { get; } = ["po-onder", "po-boven", "vo", "mbo", "volwassen"];
}

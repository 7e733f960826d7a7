using FieldKit.Domain.Languages;

namespace FieldKit.Domain.Contacts;

/// <summary>Whom to call (facts.md F4, E3.9). A gap is a fact too: number or hours may be unknown and are then shown so.</summary>
/// <param name="Phone">As printed ("0800-2000"), or null when not confirmed.</param>
/// <param name="Hours">Null when not confirmed.</param>
/// <param name="AlwaysOpen">Confirmed day and night.</param>
/// <param name="Status">"bevestigd", "oud", "alleen-bron" or "niet-bevestigd" (facts.md F4: V, V-oud, S, NC).</param>
/// <param name="FillInLocally">The user's own organisation knows; nothing to show until filled in.</param>
/// <param name="Note">What the reader should know about a gap or about the age of this entry; shown with it.</param>
/// <param name="Facts">Ids of the fact base that this entry carries; null in bundles from before they were kept.</param>
/// <param name="Site">Web address, https only.</param>
/// <param name="Emergency">Exempt from expiry, shown first.</param>
/// <param name="Opening">Null when the hours are not known, or day and night.</param>
/// <param name="Situations">Of <see cref="Contacts.Situations.Known"/>.</param>
/// <param name="Meanwhile">Ids of contacts that the source names for when nobody answers here.</param>
/// <param name="SourceTitles">What a reader knows <paramref name="Sources"/> by, each once.</param>
public sealed record Contact(
    string Id,
    LocalText Name,
    LocalText Purpose,
    LocalText? NotFor,
    string? Phone,
    string? Mail,
    LocalText? Hours,
    bool AlwaysOpen,
    string? Municipality,
    string Status,
    IReadOnlyList<string> Sources,
    DateOnly CheckedOn,
    DateOnly ExpiresOn,
    bool Emergency,
    bool FillInLocally,
    LocalText? Note = null,
    IReadOnlyList<string>? Facts = null,
    string? Site = null,
    OpeningHours? Opening = null,
    IReadOnlyList<string>? Situations = null,
    IReadOnlyList<string>? Meanwhile = null,
    IReadOnlyList<LocalText>? SourceTitles = null)
{
    // Devices may still hold content from before these were kept.
    public IReadOnlyList<string> Situations { get; init; } = Situations ?? [];

    public IReadOnlyList<string> Meanwhile { get; init; } = Meanwhile ?? [];

    public IReadOnlyList<LocalText> SourceTitles { get; init; } = SourceTitles ?? [];

    /// <summary>Past its expiry date. Emergency numbers do not expire (facts.md E3.9).</summary>
    public bool IsOutdated(DateOnly today) => !Emergency && today > ExpiresOn;

    /// <summary>Whether somebody answers the telephone; without a number nobody can say.</summary>
    public OpeningState At(DateTimeOffset moment) => this switch
    {
        { Phone: null } => OpeningState.Unknown(),
        { AlwaysOpen: true } => OpeningState.Open(),
        { Opening: { } opening } => opening.At(moment),
        _ => OpeningState.Unknown(),
    };
}

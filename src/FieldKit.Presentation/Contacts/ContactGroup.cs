using FieldKit.Domain.Languages;
using FieldKit.Domain.Municipalities;

namespace FieldKit.Presentation.Contacts;

/// <summary>Contacts under one heading.</summary>
/// <param name="Place">Name of the municipality, for <see cref="ContactGroupKind.Local"/> only.</param>
public sealed record ContactGroup(ContactGroupKind Kind, LocalText? Place, IReadOnlyList<ContactCard> Cards)
{
    /// <summary>The own municipality first, then day and night, the country, other municipalities, and what must be asked after. Keeps the order of the cards, and leaves out what is empty.</summary>
    /// <param name="own">Id of the user's municipality; null when the device does not know.</param>
    public static IReadOnlyList<ContactGroup> Of(IReadOnlyList<ContactCard> cards, IReadOnlyList<Municipality> municipalities, string? own) =>
    [
        .. from card in cards
           let kind = KindOf(card)
           let place = kind == ContactGroupKind.Local ? card.Contact.Municipality : null
           group card by (Kind: kind, Place: place) into found
           orderby own is null || found.Key.Place != own, found.Key.Kind, found.Key.Place
           select new ContactGroup(found.Key.Kind, NameOf(found.Key.Place, municipalities), [.. found]),
    ];

    private static ContactGroupKind KindOf(ContactCard card) => card switch
    {
        { Contact: { AlwaysOpen: true, Phone: not null } } => ContactGroupKind.DayAndNight,
        { Call: null, Write: null } => ContactGroupKind.ToFindOut,
        { Contact.Municipality: not null } => ContactGroupKind.Local,
        _ => ContactGroupKind.National,
    };

    private static LocalText? NameOf(string? place, IReadOnlyList<Municipality> municipalities) =>
        place is null ? null : municipalities.FirstOrDefault(known => known.Id == place)?.Name ?? new(place);
}

/// <summary>In the order of the screen, where the own municipality comes before all of them.</summary>
public enum ContactGroupKind
{
    DayAndNight,
    National,
    Local,
    ToFindOut,
}

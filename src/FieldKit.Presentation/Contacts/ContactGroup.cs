using FieldKit.Domain.Languages;
using FieldKit.Domain.Municipalities;

namespace FieldKit.Presentation.Contacts;

/// <summary>Contacts under one heading.</summary>
/// <param name="Place">Name of the municipality, for <see cref="ContactGroupKind.Local"/> only.</param>
public sealed record ContactGroup(ContactGroupKind Kind, LocalText? Place, IReadOnlyList<ContactCard> Cards)
{
    /// <summary>In the order of <see cref="ContactGroupKind"/>; keeps the order of the cards, and leaves out what is empty.</summary>
    public static IReadOnlyList<ContactGroup> Of(IReadOnlyList<ContactCard> cards, IReadOnlyList<Municipality> municipalities) =>
    [
        .. from card in cards
           let kind = KindOf(card)
           let place = kind == ContactGroupKind.Local ? card.Contact.Municipality : null
           group card by (Kind: kind, Place: place) into found
           orderby found.Key.Kind, found.Key.Place
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

/// <summary>What helps now comes first; what still has to be asked after comes last.</summary>
public enum ContactGroupKind
{
    DayAndNight,
    Local,
    National,
    ToFindOut,
}

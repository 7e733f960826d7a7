using FieldKit.Domain.Contacts;

namespace FieldKit.Presentation.Contacts;

/// <summary>Whom to call: emergency first, then open day and night, then this municipality, then the rest.</summary>
public sealed class ContactScreen(IReadOnlyList<Contact> contacts, Texts texts, TimeProvider time) : Observable
{
    private readonly DateOnly today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
    private string filter = "";
    private string? municipality;

    /// <summary>What is typed in the filter; matches name, purpose, number and municipality, in any order of words.</summary>
    public string Filter
    {
        get => filter;
        set
        {
            filter = value;
            Changed();
        }
    }

    /// <summary>Where the user works; null when the device does not know.</summary>
    public string? Municipality
    {
        get => municipality;
        set
        {
            municipality = value;
            Changed();
        }
    }

    public IReadOnlyList<ContactCard> Emergency => [.. Cards(contact => contact.Emergency)];

    public IReadOnlyList<ContactCard> Others => Ranked(contact => !IsElsewhere(contact));

    /// <summary>Of other municipalities; empty when the device does not know its own.</summary>
    public IReadOnlyList<ContactCard> Elsewhere => Ranked(IsElsewhere);

    private IReadOnlyList<ContactCard> Ranked(Func<Contact, bool> wanted) =>
        [.. Cards(contact => !contact.Emergency && wanted(contact) && Matches(contact)).OrderBy(card => Rank(card.Contact))];

    private IEnumerable<ContactCard> Cards(Func<Contact, bool> wanted) =>
        contacts.Where(wanted).Select(contact => new ContactCard(contact, today));

    private bool IsElsewhere(Contact contact) =>
        municipality is not null && contact.Municipality is not null && contact.Municipality != municipality;

    // A number that can be tapped now is worth more than one that still has to be found.
    private static int Rank(Contact contact) => contact switch
    {
        { AlwaysOpen: true, Phone: not null } => 0,
        { Status: "bevestigd" } => 1,
        { FillInLocally: true } => 2,
        _ => 3,
    };

    private bool Matches(Contact contact) => filter
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .All(word => Searchable(contact).Contains(word, StringComparison.CurrentCultureIgnoreCase));

    private string Searchable(Contact contact) =>
        $"{texts[contact.Name]} {texts[contact.Purpose]} {contact.Phone} {contact.Phone?.Replace("-", "", StringComparison.Ordinal)} {contact.Mail} {contact.Municipality}";
}

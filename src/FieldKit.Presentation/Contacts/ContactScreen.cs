using FieldKit.Domain.Contacts;

namespace FieldKit.Presentation.Contacts;

/// <summary>Whom to call: emergency at hand, then what fits the situation, the place and the moment.</summary>
public sealed class ContactScreen(IReadOnlyList<Contact> contacts, Texts texts, TimeProvider time) : Observable
{
    private string filter = "";
    private string? municipality;
    private string? situation;
    private bool openNow;

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

    /// <summary>One of <see cref="Situations.Known"/>; anything else, from an old link perhaps, counts as none.</summary>
    public string? Situation
    {
        get => situation;
        set
        {
            situation = value is not null && Situations.Known.Contains(value) ? value : null;
            Changed();
        }
    }

    /// <summary>Only who answers now, also when that rests on an old source.</summary>
    public bool OpenNow
    {
        get => openNow;
        set
        {
            openNow = value;
            Changed();
        }
    }

    public bool IsFiltered => Filter.Length > 0 || Situation is not null || OpenNow;

    /// <summary>Each number once, by the own municipality's name for it where there is one. Never filtered away.</summary>
    public IReadOnlyList<ContactCard> Emergency =>
    [
        .. from card in Cards(contact => contact.Emergency && !IsElsewhere(contact))
           group card by card.Call into same
           select same.MinBy(card => (card.Contact.Municipality is null) == (municipality is null) ? 0 : 1),
    ];

    /// <summary>Who can be reached soonest first. Without 112, which is for one thing only and always at hand.</summary>
    public IReadOnlyList<ContactCard> Found => Ranked(contact => !IsElsewhere(contact) && contact is not { Emergency: true, Situations: [] });

    /// <summary>Of other municipalities; empty when the device does not know its own.</summary>
    public IReadOnlyList<ContactCard> Elsewhere => Ranked(IsElsewhere);

    /// <summary>The situations that lead to somebody here.</summary>
    public IReadOnlyList<string> Offered =>
        [.. Situations.Known.Where(known => contacts.Any(contact => contact.Situations.Contains(known) && !IsElsewhere(contact)))];

    private IReadOnlyList<ContactCard> Ranked(Func<Contact, bool> wanted) =>
        [.. Cards(contact => wanted(contact) && Matches(contact)).Where(card => !openNow || card.State.Now == Openness.Open).OrderBy(Rank)];

    private IEnumerable<ContactCard> Cards(Func<Contact, bool> wanted)
    {
        var now = time.GetUtcNow();
        return contacts.Where(wanted).Select(contact => new ContactCard(contact, now));
    }

    private bool IsElsewhere(Contact contact) =>
        municipality is not null && contact.Municipality is not null && contact.Municipality != municipality;

    // A number that is answered now is worth more than one that may be, and that more than one that still has to be found.
    private static int Rank(ContactCard card) => card switch
    {
        { ReachableNow: true } => 0,
        { State.Now: Openness.Open } => 1,
        { Contact.Status: "bevestigd", State.Now: Openness.Unknown } => 2,
        { Contact.FillInLocally: true } => 3,
        { State.Now: Openness.Closed } => 4,
        _ => 5,
    };

    private bool Matches(Contact contact) =>
        (situation is null || contact.Situations.Contains(situation))
        && filter.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => Searchable(contact).Contains(word, StringComparison.CurrentCultureIgnoreCase));

    private string Searchable(Contact contact) =>
        $"{texts[contact.Name]} {texts[contact.Purpose]} {contact.Phone} {contact.Phone?.Replace("-", "", StringComparison.Ordinal)} {contact.Mail} {contact.Municipality}";
}

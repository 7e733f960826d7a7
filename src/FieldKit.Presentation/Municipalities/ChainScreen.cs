using FieldKit.Domain;
using FieldKit.Domain.Contacts;
using FieldKit.Domain.Languages;
using FieldKit.Domain.Municipalities;
using FieldKit.Presentation.Contacts;

namespace FieldKit.Presentation.Municipalities;

/// <summary>The whole road of one municipality, its doors, and what is really open at night there (facts.md B).</summary>
public sealed class ChainScreen
{
    private ChainScreen(ContentBundle bundle, Municipality municipality, DateTimeOffset now)
    {
        Municipality = municipality;
        Doors = DoorsOf(municipality, bundle.Contacts, now);
    }

    public Municipality Municipality { get; }

    /// <summary>Empty where the content holds no chain: a gap, shown as one.</summary>
    public IReadOnlyList<ChainStep> Steps => Municipality.Chain ?? [];

    /// <summary>Null: nothing is known about the night here.</summary>
    public LocalText? Night => Municipality.Night;

    /// <summary>Open day and night first, then those that can be called or written to, then those to look up.</summary>
    public IReadOnlyList<ContactCard> Doors { get; }

    public string Facts => string.Join(", ", Municipality.Facts);

    /// <returns>Null when there is no such municipality.</returns>
    public static ChainScreen? Open(ContentBundle bundle, string id, DateTimeOffset now) =>
        bundle.Municipalities.FirstOrDefault(candidate => candidate.Id == id) is { } found ? new(bundle, found, now) : null;

    public static string AddressOf(Municipality municipality) => $"/route/gemeente/{Uri.EscapeDataString(municipality.Id)}";

    // A contact is a door of the road when both rest on the same statement of a source: nobody lists doors twice.
    private static IReadOnlyList<ContactCard> DoorsOf(Municipality municipality, IReadOnlyList<Contact> contacts, DateTimeOffset now)
    {
        var road = (municipality.Chain ?? []).SelectMany(step => step.Facts).Where(IsStatement).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. contacts
                .Where(contact => contact.Municipality == municipality.Id && (contact.Facts ?? []).Any(road.Contains))
                .OrderBy(Rank)
                .Select(contact => new ContactCard(contact, now)),
        ];
    }

    // "A182" and "P01" are statements; "B3" is a whole section, on which everything of a municipality rests.
    private static bool IsStatement(string fact) => fact is ['A' or 'P', >= '0' and <= '9', ..];

    private static int Rank(Contact contact) => contact switch
    {
        { AlwaysOpen: true } => 0,
        { Phone: not null } or { Mail: not null } => 1,
        { FillInLocally: true } => 2,
        _ => 3,
    };
}

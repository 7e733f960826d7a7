using FieldKit.Domain;
using FieldKit.Domain.Signals;

namespace FieldKit.Desk.Signals;

/// <summary>A guide or a contact that goes with an advice.</summary>
/// <param name="Title">In the desk's language.</param>
public sealed record LinkedItem(bool IsGuide, string Id, string Title)
{
    /// <returns>In the order in which they were added. What this content does not have is called by its id.</returns>
    public static IReadOnlyList<LinkedItem> Of(AdviceLinks? links, ContentBundle? content, string language) => links is null ? [] :
    [
        .. links.Guides.Select(id => new LinkedItem(true, id, content?.Guides.FirstOrDefault(guide => guide.Id == id)?.Title.In(language) ?? id)),
        .. links.Contacts.Select(id => new LinkedItem(false, id, content?.Contacts.FirstOrDefault(contact => contact.Id == id)?.Name.In(language) ?? id)),
    ];

    /// <returns>All that may go with an advice in this municipality, guides first, each by title.</returns>
    public static IReadOnlyList<LinkedItem> All(ContentBundle content, string municipality, string language) =>
    [
        .. content.Guides.Select(guide => new LinkedItem(true, guide.Id, guide.Title.In(language))).OrderBy(item => item.Title, StringComparer.CurrentCulture),
        .. content.Contacts.Where(contact => (contact.Municipality is null || contact.Municipality == municipality) && !contact.FillInLocally)
            .Select(contact => new LinkedItem(false, contact.Id, contact.Name.In(language)))
            .OrderBy(item => item.Title, StringComparer.CurrentCulture),
    ];
}

using FieldKit.Domain;
using FieldKit.Domain.Languages;
using FieldKit.Domain.Signals;

namespace FieldKit.Presentation.Signals;

/// <summary>Where something that goes with an advice is in the app.</summary>
/// <param name="Address">Of the page, from the root.</param>
public sealed record AdvicePlace(string Address, LocalText Title)
{
    /// <returns>Guides first. What this device's content does not have, perhaps not yet or not any more, is left out.</returns>
    public static IReadOnlyList<AdvicePlace> Of(AdviceLinks links, ContentBundle bundle) =>
    [
        .. links.Guides.Select(id => bundle.Guides.FirstOrDefault(guide => guide.Id == id)).OfType<Domain.Guides.Guide>()
            .Select(guide => new AdvicePlace($"/gesprek/{guide.Id}", guide.Title)),
        .. links.Contacts.Select(id => bundle.Contacts.FirstOrDefault(contact => contact.Id == id)).OfType<Domain.Contacts.Contact>()
            .Select(contact => new AdvicePlace($"/bellen/{contact.Id}", contact.Name)),
    ];
}

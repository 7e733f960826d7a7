using FieldKit.Domain;
using FieldKit.Domain.Contacts;
using FieldKit.Domain.Guides;
using FieldKit.Domain.Municipalities;

namespace FieldKit.Presentation.Signals;

/// <summary>What a writer is told after sealing, from the content of the municipality that it was sealed for.</summary>
/// <param name="Municipality">Null when it is not in the content of this device.</param>
/// <param name="Words">Null when the content says nothing of it: then nothing is promised.</param>
/// <param name="Meanwhile">Whom to call until there is an answer; only those that can be called.</param>
/// <param name="Care">Whom the writer can talk to.</param>
public sealed record AfterSealing(
    Municipality? Municipality, Afterwards? Words, IReadOnlyList<Contact> Meanwhile, Guide? CareGuide, IReadOnlyList<Contact> Care)
{
    public static AfterSealing Of(ContentBundle? content, string municipality)
    {
        var here = content?.Municipalities.FirstOrDefault(one => one.Id == municipality);
        var words = here?.Afterwards;
        return new(
            here, words, Named(words?.Meanwhile), content?.Guides.FirstOrDefault(guide => guide.Id == words?.CareGuide), Named(words?.CareContacts));

        IReadOnlyList<Contact> Named(IReadOnlyList<string>? ids) =>
            [.. (ids ?? []).Select(id => content!.Contacts.FirstOrDefault(contact => contact.Id == id)).OfType<Contact>().Where(contact => contact.Phone is not null)];
    }
}

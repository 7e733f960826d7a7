using FieldKit.Content.Reading;
using FieldKit.Domain;

namespace FieldKit.Content.Municipalities;

/// <summary>Whom a writer is pointed to after sealing is there, and somebody can be called meanwhile.</summary>
internal sealed class AfterwardsRules(ContentBundle bundle, ContentIndex index, Findings findings)
{
    public void Check()
    {
        foreach (var municipality in bundle.Municipalities)
        {
            if (municipality.Afterwards is not { } after)
            {
                continue;
            }

            foreach (var unknown in after.Meanwhile.Concat(after.CareContacts).Where(contact => !index.HasContact(contact)))
            {
                findings.Add(after, "unknown-reference", $"There is no contact '{unknown}' for after sealing in '{municipality.Id}'.");
            }

            if (!index.HasGuide(after.CareGuide))
            {
                findings.Add(after, "unknown-reference", $"There is no guide '{after.CareGuide}' for the writer in '{municipality.Id}'.");
            }

            if (!bundle.Contacts.Any(contact => contact.Phone is not null && after.Meanwhile.Contains(contact.Id)))
            {
                findings.Add(after, "nobody-meanwhile", $"Name somebody in '{municipality.Id}' who can be called until there is an answer.");
            }
        }
    }
}

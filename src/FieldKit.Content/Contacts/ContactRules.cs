using System.Text.RegularExpressions;
using FieldKit.Content.Reading;
using FieldKit.Domain;
using FieldKit.Domain.Contacts;

namespace FieldKit.Content.Contacts;

/// <summary>No number without a source and a date; a gap is said aloud (facts.md E3.9, F4).</summary>
internal sealed partial class ContactRules(ContentBundle bundle, ContentIndex index, Findings findings)
{
    private static readonly string[] Statuses = ["bevestigd", "oud", "alleen-bron", "niet-bevestigd"];

    public void Check()
    {
        foreach (var contact in bundle.Contacts)
        {
            CheckSource(contact);
            CheckReach(contact);
            CheckOpening(contact);
            CheckMeanwhile(contact);
        }
    }

    private void CheckSource(Contact contact)
    {
        if (contact.Sources.Count == 0)
        {
            findings.Add(contact, "contact-source", $"{contact.Id} has no source. Add 'bron:' with an id of the fact base.");
        }

        if (contact.ExpiresOn <= contact.CheckedOn)
        {
            findings.Add(contact, "contact-date", $"{contact.Id}: 'vervalt_op' comes after 'gecontroleerd_op'.");
        }

        if (contact.CheckedOn > bundle.BuiltOn)
        {
            findings.Add(contact, "contact-date", $"{contact.Id}: 'gecontroleerd_op' lies in the future.");
        }

        if (contact.IsOutdated(bundle.BuiltOn) && contact.Status == "bevestigd")
        {
            findings.Notice(contact, "contact-expired", $"{contact.Id} expired on {contact.ExpiresOn:yyyy-MM-dd} and is shown as outdated. Check it and give it new dates, or set the status to 'oud'.");
        }

        if (!Statuses.Contains(contact.Status))
        {
            findings.Add(contact, "wrong-value", $"{contact.Id}: 'status' is one of {string.Join(", ", Statuses)}.");
        }
    }

    private void CheckReach(Contact contact)
    {
        if (contact is { Phone: null, Mail: null, FillInLocally: false } && contact.Status == "bevestigd")
        {
            findings.Add(contact, "contact-reach", $"{contact.Id} is 'bevestigd' without a number or address. Add it, or set the status to 'niet-bevestigd'.");
        }

        if (contact.Emergency && (contact.Phone is null || !contact.AlwaysOpen))
        {
            findings.Add(contact, "contact-reach", $"{contact.Id} is an emergency contact: it needs a number that is always open.");
        }

        if (contact.Phone is { } phone && !PhoneShape().IsMatch(phone))
        {
            findings.Add(contact, "wrong-value", $"{contact.Id}: '{phone}' is not a telephone number of digits, hyphens and spaces.");
        }

        if (contact.Mail is { } mail && !MailShape().IsMatch(mail))
        {
            findings.Add(contact, "wrong-value", $"{contact.Id}: '{mail}' is not a mail address.");
        }

        if (contact.Site is { } site && !(site.StartsWith("https://", StringComparison.Ordinal) && Uri.IsWellFormedUriString(site, UriKind.Absolute)))
        {
            findings.Add(contact, "wrong-value", $"{contact.Id}: '{site}' is not a web address that begins with https://.");
        }

        if (contact.Municipality is { } municipality && !index.HasMunicipality(municipality))
        {
            findings.Add(contact, "unknown-reference", $"There is no municipality '{municipality}'.");
        }
    }

    private void CheckOpening(Contact contact)
    {
        if (contact.Opening is not { } opening)
        {
            return;
        }

        if (contact.AlwaysOpen)
        {
            findings.Add(contact, "contact-hours", $"{contact.Id}: 'always_open' says day and night, so leave 'opening' out.");
        }

        if (contact.Phone is null || contact.Hours is null)
        {
            findings.Add(contact, "contact-hours", $"{contact.Id}: 'opening' is about the telephone and goes with 'phone' and 'hours'. Add what is missing.");
        }

        if (contact.Status != "bevestigd" && opening.Stated is null)
        {
            findings.Add(contact, "contact-hours", $"{contact.Id} is not 'bevestigd', so its 'opening' says where the hours come from. Add 'stated:'.");
        }

        if (opening.Times.Count == 0 || opening.Times.Any(time => time.Days.Count == 0))
        {
            findings.Add(contact, "contact-hours", $"{contact.Id}: 'opening' has 'times', each with 'days'.");
        }

        if (opening.Times.Any(time => time.From == time.Until && time.From != TimeOnly.MinValue))
        {
            findings.Add(contact, "contact-hours", $"{contact.Id}: 'from' and 'until' are the same. The whole day is from '00:00' until '24:00'.");
        }
    }

    private void CheckMeanwhile(Contact contact)
    {
        foreach (var id in contact.Meanwhile)
        {
            if (!index.HasContact(id) || id == contact.Id)
            {
                findings.Add(contact, "unknown-reference", $"{contact.Id}: 'meanwhile' names another contact, and there is no '{id}'.");
            }
            else if (bundle.Contacts.First(other => other.Id == id).Phone is null)
            {
                findings.Add(contact, "contact-reach", $"{contact.Id}: 'meanwhile' names {id}, which has no number to call.");
            }
        }
    }

    [GeneratedRegex(@"^\+?[0-9](?:[0-9]|[- ](?=[0-9])){1,18}$")]
    private static partial Regex PhoneShape();

    [GeneratedRegex(@"^[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$")]
    private static partial Regex MailShape();
}

using FieldKit.Content.Reading;
using FieldKit.Domain;
using FieldKit.Domain.Advice;

namespace FieldKit.Content.Advice;

/// <summary>An advice leads to guides and contacts that are there and hold where it holds, and leaves the same blanks in each language.</summary>
internal sealed class AdviceRules(ContentBundle bundle, ContentIndex index, Findings findings)
{
    public void Check()
    {
        foreach (var advice in bundle.Advice)
        {
            CheckLinks(advice);
            CheckBlanks(advice);
        }
    }

    private void CheckLinks(AdviceTemplate advice)
    {
        if (advice.Municipality is { } municipality && !index.HasMunicipality(municipality))
        {
            findings.Add(advice, "unknown-reference", $"There is no municipality '{municipality}'.");
        }

        if (advice.Guides.Count + advice.Contacts.Count == 0)
        {
            findings.Add(advice, "advice-links", $"'{advice.Id}' leads nowhere. Name a guide or a contact that helps the reader on.");
        }

        foreach (var guide in advice.Guides.Where(guide => !index.HasGuide(guide)))
        {
            findings.Add(advice, "unknown-reference", $"There is no guide '{guide}'.");
        }

        foreach (var contact in advice.Contacts)
        {
            if (!index.HasContact(contact))
            {
                findings.Add(advice, "unknown-reference", $"There is no contact '{contact}'.");
            }
            else if (bundle.Contacts.First(one => one.Id == contact).Municipality is { } holdsIn && holdsIn != advice.Municipality)
            {
                findings.Add(advice, "advice-place", $"'{contact}' holds in {holdsIn} only. Add 'municipality: {holdsIn}' to this advice, or leave the contact out.");
            }
        }
    }

    private void CheckBlanks(AdviceTemplate advice)
    {
        var texts = advice.Text.ByLanguage.Values.ToList();
        if (texts.Any(text => text.Replace(AdviceTemplate.Blank, "", StringComparison.Ordinal).IndexOfAny(['[', ']']) >= 0))
        {
            findings.Add(advice, "advice-blank", $"Write what is to be filled in as {AdviceTemplate.Blank} and no other way.");
        }
        else if (texts.Select(text => text.Split(AdviceTemplate.Blank).Length).Distinct().Count() > 1)
        {
            findings.Add(advice, "advice-blank", $"The languages of '{advice.Id}' leave a different number of blanks. Make them the same.");
        }
    }
}

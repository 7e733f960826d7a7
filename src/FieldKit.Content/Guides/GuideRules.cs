using FieldKit.Content.Reading;
using FieldKit.Domain;

namespace FieldKit.Content.Guides;

/// <summary>A guide has something to do first, knows when to stop, and points only to what exists (facts.md F2).</summary>
internal sealed class GuideRules(ContentBundle bundle, ContentIndex index, IReadOnlyList<GuideLink> links, Findings findings)
{
    public void Check()
    {
        foreach (var guide in bundle.Guides)
        {
            foreach (var kind in new[] { "first", "stop" }.Where(kind => guide.Parts.All(part => part.Kind != kind)))
            {
                findings.Add(guide, "guide-shape", $"{guide.Id} has no '::: {kind}' part. Say what comes first, and when to stop and whom to call.");
            }

            foreach (var contact in guide.Contacts.Where(id => !index.HasContact(id)))
            {
                findings.Add(guide, "unknown-reference", $"There is no contact '{contact}'.");
            }

            if (guide.Contacts.Count == 0)
            {
                findings.Add(guide, "guide-shape", $"{guide.Id} names no contact. Add 'contacts:'.");
            }
        }

        foreach (var link in links.Where(link => !Exists(link)))
        {
            findings.Add(link.File, link.Line, "unknown-reference", $"The link '{link.Kind}:{link.Id}' leads nowhere.");
        }
    }

    private bool Exists(GuideLink link) => link.Kind switch
    {
        "guide" => index.HasGuide(link.Id),
        "contact" => index.HasContact(link.Id),
        _ => true,
    };
}

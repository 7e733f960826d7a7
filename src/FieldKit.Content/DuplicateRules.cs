using System.Text.RegularExpressions;
using FieldKit.Content.Reading;
using FieldKit.Domain;

namespace FieldKit.Content;

/// <summary>An id can be used everywhere, and names one thing: across charts, guides, contacts, forms, municipalities, cases, starts and advice, and within each of them.</summary>
internal sealed partial class DuplicateRules(ContentBundle bundle, Findings findings)
{
    public void Check()
    {
        Unique([
            .. bundle.Flowcharts.Select(chart => ((object)chart, chart.Id)),
            .. bundle.Guides.Select(guide => ((object)guide, guide.Id)),
            .. bundle.Contacts.Select(contact => ((object)contact, contact.Id)),
            .. bundle.Forms.Select(form => ((object)form, form.Id)),
            .. bundle.Municipalities.Select(municipality => ((object)municipality, municipality.Id)),
            .. bundle.Cases.Select(practiceCase => ((object)practiceCase, practiceCase.Id)),
            .. bundle.Starts.Select(start => ((object)start, start.Id)),
            .. bundle.Advice.Select(advice => ((object)advice, advice.Id)),
        ]);
        foreach (var chart in bundle.Flowcharts)
        {
            Unique(chart.Steps.Select(step => ((object)step, step.Id)));
        }

        foreach (var guide in bundle.Guides)
        {
            Unique(guide.Parts.Select(part => ((object)part, part.Id)));
        }

        foreach (var form in bundle.Forms)
        {
            Unique(form.Sections.Select(section => ((object)section, section.Id)));
            Unique(form.Sections.SelectMany(section => section.Fields).Select(field => ((object)field, field.Id)));
        }

        foreach (var practiceCase in bundle.Cases)
        {
            Unique(practiceCase.Questions.Select(question => ((object)question, question.Id)));
        }

        foreach (var aid in bundle.WritingHelp)
        {
            Unique(aid.Rules.Select(rule => ((object)rule, rule.Id)));
        }

        Unique(bundle.WritingHelp.Select(aid => ((object)aid, aid.Language)));
        foreach (var municipality in bundle.Municipalities)
        {
            Unique(municipality.Stages.Select(stage => ((object)stage, stage.Id)));
            Unique((municipality.Chain ?? []).Select(step => ((object)step, step.Id)));
        }
    }

    private void Unique(IEnumerable<(object Made, string Id)> ids)
    {
        var named = ids.ToList();
        foreach (var (made, id) in named.Where(item => !Shape().IsMatch(item.Id)))
        {
            // Ids become addresses in the app and names in the signed manifest.
            findings.Add(made, "id-shape", $"The id '{id}' is not 1 to 40 letters (a–z), digits, '-' or '_'. Choose another.");
        }

        foreach (var (made, id) in named.GroupBy(item => item.Id).SelectMany(group => group.Skip(1)))
        {
            findings.Add(made, "duplicate-id", $"The id '{id}' is taken. Choose another.");
        }
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,40}$")]
    private static partial Regex Shape();
}

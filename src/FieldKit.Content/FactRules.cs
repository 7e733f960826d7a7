using System.Text.RegularExpressions;
using FieldKit.Content.Reading;
using FieldKit.Domain;

namespace FieldKit.Content;

/// <summary>Everything rests on the fact base: ids as it writes them (A067, P01, B1, E3.9, J; seeds as 000 to 004, with a heading).</summary>
internal sealed partial class FactRules(ContentBundle bundle, Findings findings)
{
    public void Check()
    {
        foreach (var chart in bundle.Flowcharts)
        {
            Check(chart, chart.Facts);
            foreach (var step in chart.Steps.Where(step => step.Facts.Count > 0))
            {
                Check(step, step.Facts);
            }
        }

        foreach (var guide in bundle.Guides)
        {
            Check(guide, guide.Facts);
        }

        foreach (var municipality in bundle.Municipalities)
        {
            Check(municipality, municipality.Facts);
        }

        foreach (var practiceCase in bundle.Cases)
        {
            Check(practiceCase, practiceCase.Facts);
            foreach (var question in practiceCase.Questions.Where(question => question.Facts.Count > 0))
            {
                Check(question, question.Facts);
            }
        }

        foreach (var aid in bundle.WritingHelp)
        {
            Check(aid, aid.Facts);
        }

        foreach (var contact in bundle.Contacts.Where(contact => contact.Sources.Count > 0))
        {
            Check(contact, contact.Sources);
        }
    }

    private void Check(object about, IReadOnlyList<string> facts)
    {
        if (facts.Count == 0)
        {
            findings.Add(about, "facts", "Say on which facts this rests: 'facts: [A069, P01]'.");
        }

        foreach (var fact in facts.Where(fact => !Shape().IsMatch(fact)))
        {
            findings.Add(about, "facts", $"'{fact}' is not an id of the fact base (A069, P01, B1, E3.9, J, or '001 · Onderwijs').");
        }
    }

    [GeneratedRegex(@"^(A\d{3}|P\d{2}|[BCDEGH]\d(\.\d{1,2})?|[FKT]\d{2}|J|L|00[0-4]( · .+)?)$")]
    private static partial Regex Shape();
}

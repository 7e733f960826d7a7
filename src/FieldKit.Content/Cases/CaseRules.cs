using FieldKit.Content.Reading;
using FieldKit.Domain;
using FieldKit.Domain.Cases;
using FieldKit.Domain.Languages;

namespace FieldKit.Content.Cases;

/// <summary>A case that can be told about at least two groups, has something advised to choose, and ends with somebody to turn to (facts.md F3, H4).</summary>
internal sealed class CaseRules(ContentBundle bundle, ContentIndex index, Findings findings)
{
    /// <summary>The form's question about what somebody is.</summary>
    private const string RoleField = "s1_rol";

    public void Check()
    {
        foreach (var practiceCase in bundle.Cases)
        {
            CheckRoles(practiceCase);
            CheckMirrors(practiceCase);
            CheckQuestions(practiceCase);
            CheckRoute(practiceCase, practiceCase.Route);
            if (practiceCase.Municipality is { } municipality && !index.HasMunicipality(municipality))
            {
                findings.Add(practiceCase, "unknown-reference", $"There is no municipality '{municipality}'.");
            }
        }
    }

    private void CheckRoles(PracticeCase practiceCase)
    {
        var roles = bundle.Forms.SelectMany(form => form.Sections).SelectMany(section => section.Fields)
            .FirstOrDefault(field => field.Id == RoleField)?.Options.Select(option => option.Value).ToList();
        foreach (var role in practiceCase.Roles.Where(role => roles?.Contains(role) == false))
        {
            findings.Add(practiceCase, "unknown-reference", $"'{role}' is no role of the form. Choose from: {string.Join(", ", roles!)}.");
        }
    }

    private void CheckMirrors(PracticeCase practiceCase)
    {
        if (practiceCase.Mirrors.Count < 2)
        {
            findings.Add(practiceCase, "case-mirrors", $"{practiceCase.Id} is told about one group only. Give at least two 'mirrors'.");
        }

        var told = new[] { practiceCase.Title, practiceCase.Audience, practiceCase.Purpose };
        foreach (var name in told.SelectMany(text => text.ByLanguage.Values).SelectMany(CaseMirror.Placeholders))
        {
            findings.Add(practiceCase, "case-placeholder", $"'{{{name}}}' stands in the title, audience or purpose of {practiceCase.Id}, which are the same for every mirror. Take it out.");
        }

        var used = Texts(practiceCase).SelectMany(text => text.ByLanguage.Values).SelectMany(CaseMirror.Placeholders).ToHashSet(StringComparer.Ordinal);
        foreach (var mirror in practiceCase.Mirrors)
        {
            foreach (var missing in used.Where(name => !mirror.Values.ContainsKey(name)))
            {
                findings.Add(mirror, "case-placeholder", $"The text of {practiceCase.Id} has '{{{missing}}}', which this mirror does not fill. Add '{missing}:'.");
            }

            foreach (var idle in mirror.Values.Keys.Where(name => !used.Contains(name)))
            {
                findings.Add(mirror, "case-placeholder", $"No text of {practiceCase.Id} has '{{{idle}}}'. Use it or take it out of the mirror.");
            }
        }
    }

    private void CheckQuestions(PracticeCase practiceCase)
    {
        if (practiceCase.Questions.Count == 0)
        {
            findings.Add(practiceCase, "case-question", $"{practiceCase.Id} asks nothing. Add 'questions'.");
        }

        foreach (var question in practiceCase.Questions)
        {
            if (question.Options.Count is < 2 or > 4)
            {
                findings.Add(question, "case-options", $"'{question.Id}' offers {question.Options.Count} options. Give two to four.");
            }

            if (question.Options.All(option => !option.Advised))
            {
                findings.Add(question, "case-advised", $"No option of '{question.Id}' is advised. Give at least one 'advised: true'.");
            }
        }
    }

    private void CheckRoute(PracticeCase practiceCase, CaseRoute route)
    {
        object about = route.Flowchart is null && route.Guides.Count == 0 && route.Contacts.Count == 0 ? practiceCase : route;
        if (route.Flowchart is null && route.Contacts.Count == 0)
        {
            findings.Add(about, "case-route", $"The route of {practiceCase.Id} names nobody to turn to. Name a 'flowchart' or 'contacts'.");
        }

        if (route.Flowchart is { } flowchart && index.Flowchart(flowchart) is null)
        {
            findings.Add(route, "unknown-reference", $"There is no flowchart '{flowchart}'.");
        }

        foreach (var guide in route.Guides.Where(id => !index.HasGuide(id)))
        {
            findings.Add(route, "unknown-reference", $"There is no guide '{guide}'.");
        }

        foreach (var contact in route.Contacts.Where(id => !index.HasContact(id)))
        {
            findings.Add(route, "unknown-reference", $"There is no contact '{contact}'.");
        }
    }

    private static IEnumerable<LocalText> Texts(PracticeCase practiceCase) =>
    [
        practiceCase.Story,
        practiceCase.Learned,
        .. practiceCase.Questions.SelectMany(question => question.Options.SelectMany(option => new[] { option.Label, option.Feedback }).Prepend(question.Text)),
    ];
}

using FieldKit.Content.Reading;
using FieldKit.Domain;
using FieldKit.Domain.Starts;

namespace FieldKit.Content.Starts;

/// <summary>Two or three cards in every municipality, each leading to something that is there and that holds there.</summary>
internal sealed class StartRules(ContentBundle bundle, ContentIndex index, Findings findings)
{
    private const int Fewest = 2;
    private const int Most = 3;

    /// <summary>The form's question about what somebody is.</summary>
    private const string RoleField = "s1_rol";

    public void Check()
    {
        CheckRoles();
        foreach (var start in bundle.Starts)
        {
            CheckNumber(start);
            foreach (var step in start.Steps)
            {
                CheckTarget(step);
            }
        }
    }

    private void CheckRoles()
    {
        var known = bundle.Forms.SelectMany(form => form.Sections).SelectMany(section => section.Fields)
            .Where(field => field.Id == RoleField).SelectMany(field => field.Options).Select(option => option.Value).ToList();
        foreach (var (start, role) in bundle.Starts.SelectMany(start => start.Roles.Select(role => (start, role))))
        {
            if (!known.Contains(role))
            {
                findings.Add(start, "unknown-reference", $"'{role}' is no role of the form. Choose from: {string.Join(", ", known)}.");
            }
        }

        foreach (var twice in bundle.Starts.SelectMany(start => start.Roles.Select(role => (start, role))).GroupBy(pair => pair.role).Where(pairs => pairs.Count() > 1))
        {
            findings.Add(twice.Last().start, "start-role", $"The role '{twice.Key}' has a start already. Name it in one file.");
        }
    }

    private void CheckNumber(RoleStart start)
    {
        foreach (var municipality in bundle.Municipalities.Select(municipality => municipality.Id).Append(null))
        {
            if (start.In(municipality).Count() is var count and (< Fewest or > Most))
            {
                findings.Add(
                    start,
                    "start-cards",
                    $"'{start.Id}' shows {count} cards in {municipality ?? "another municipality"}. Give two or three: a card without 'municipality' holds everywhere.");
            }
        }
    }

    private void CheckTarget(StartStep step)
    {
        if (new[] { step.Flowchart, step.Guide, step.Contact }.Count(target => target is not null) != 1)
        {
            findings.Add(step, "start-target", "A card leads to one thing: give 'flowchart', 'guide' or 'contact'.");
        }

        if (step.Municipality is { } municipality && !index.HasMunicipality(municipality))
        {
            findings.Add(step, "unknown-reference", $"There is no municipality '{municipality}'.");
        }

        if (step.Guide is { } guide && !index.HasGuide(guide))
        {
            findings.Add(step, "unknown-reference", $"There is no guide '{guide}'.");
        }

        if (step.Contact is { } contact)
        {
            CheckPlace(step, contact, index.HasContact(contact), "contact", bundle.Contacts.FirstOrDefault(one => one.Id == contact)?.Municipality);
        }

        if (step.Flowchart is { } chart)
        {
            CheckPlace(step, chart, index.Flowchart(chart) is not null, "flowchart", index.Flowchart(chart)?.Municipality);
        }
    }

    private void CheckPlace(StartStep step, string id, bool isThere, string kind, string? holdsIn)
    {
        if (!isThere)
        {
            findings.Add(step, "unknown-reference", $"There is no {kind} '{id}'.");
        }
        else if (holdsIn is not null && holdsIn != step.Municipality)
        {
            findings.Add(step, "start-place", $"'{id}' holds in {holdsIn} only. Add 'municipality: {holdsIn}' to this card.");
        }
    }
}

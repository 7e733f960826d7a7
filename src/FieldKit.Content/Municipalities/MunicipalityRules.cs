using FieldKit.Content.Reading;
using FieldKit.Domain;
using FieldKit.Domain.Municipalities;

namespace FieldKit.Content.Municipalities;

/// <summary>Each municipality has its own chain that begins with "ontvangen" and can be closed from everywhere (facts.md B).</summary>
internal sealed class MunicipalityRules(ContentBundle bundle, Findings findings)
{
    private const string FirstStage = "ontvangen";

    public void Check()
    {
        foreach (var municipality in bundle.Municipalities)
        {
            if (municipality.Stages.FirstOrDefault()?.Id != FirstStage)
            {
                findings.Add(municipality, "first-stage", $"The first stage of '{municipality.Id}' is '{FirstStage}': devices count on it.");
            }

            foreach (var stage in municipality.Stages)
            {
                CheckNext(municipality, stage);
            }

            foreach (var step in (municipality.Chain ?? []).Where(step => step.Stage is { } stage && municipality.Stage(stage) is null))
            {
                findings.Add(step, "unknown-reference", $"'{municipality.Id}' has no stage '{step.Stage}'.");
            }

            CheckReach(municipality);
            new KeepingRules(municipality, findings).Check();
            if (municipality.Device is { } device)
            {
                new DevicePolicyRules(device, findings).Check();
            }
        }
    }

    private void CheckNext(Municipality municipality, Stage stage)
    {
        foreach (var next in stage.Next.Where(next => municipality.Stage(next) is null))
        {
            findings.Add(stage, "unknown-reference", $"'{municipality.Id}' has no stage '{next}'.");
        }

        foreach (var step in (stage.TwoPeople ?? []).Where(step => !stage.Next.Contains(step)))
        {
            findings.Add(stage, "two-people", $"'two_people' of '{stage.Id}' names '{step}', which is not in its 'next'.");
        }

        if (!From(municipality, stage.Id).Any(id => municipality.Stage(id) is { Next.Count: 0 }))
        {
            findings.Add(stage, "never-closed", $"From stage '{stage.Id}' a signal can never be closed. Let 'next' lead to a stage without 'next'.");
        }
    }

    private void CheckReach(Municipality municipality)
    {
        var reached = From(municipality, FirstStage);
        foreach (var stage in municipality.Stages.Where(stage => !reached.Contains(stage.Id)))
        {
            findings.Add(stage, "unreachable", $"No stage leads to '{stage.Id}'. Name it in a 'next' or take it out.");
        }
    }

    private static HashSet<string> From(Municipality municipality, string first)
    {
        var reached = new HashSet<string> { first };
        var waiting = new Queue<string>(reached);
        while (waiting.TryDequeue(out var id))
        {
            foreach (var next in (municipality.Stage(id)?.Next ?? []).Where(reached.Add))
            {
                waiting.Enqueue(next);
            }
        }

        return reached;
    }
}

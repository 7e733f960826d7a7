using FieldKit.Content.Reading;
using FieldKit.Domain;
using FieldKit.Domain.Flowcharts;

namespace FieldKit.Content.Flowcharts;

/// <summary>Danger first, every path ends with somebody to turn to, nothing unreachable, no walking in circles (facts.md B0, F1).</summary>
internal sealed class FlowchartRules(ContentBundle bundle, ContentIndex index, Findings findings)
{
    private readonly Dictionary<object, Dictionary<string, FlowStep>> steps = bundle.Flowcharts.ToDictionary(
        object (chart) => chart, chart => chart.Steps.DistinctBy(step => step.Id).ToDictionary(step => step.Id), ReferenceEqualityComparer.Instance);

    public void Check()
    {
        foreach (var chart in bundle.Flowcharts)
        {
            CheckReferences(chart);
            CheckShape(chart);
            CheckDangerFirst(chart);
            CheckReach(chart);
        }

        CheckLoops();
    }

    private void CheckReferences(Flowchart chart)
    {
        if (chart.Municipality is { } municipality && !index.HasMunicipality(municipality))
        {
            findings.Add(chart, "unknown-reference", $"There is no municipality '{municipality}'.");
        }

        if (Step(chart, chart.Start) is null)
        {
            findings.Add(chart, "unknown-reference", $"'start: {chart.Start}' is not a step of {chart.Id}.");
        }

        foreach (var choice in chart.Steps.SelectMany(step => step.Choices).Where(choice => Target(chart, choice) is null))
        {
            findings.Add(choice, "unknown-reference", $"'to: {choice.To}' is neither a step of {chart.Id} nor a flowchart.");
        }

        foreach (var outcome in chart.Steps.Select(step => step.Outcome).OfType<FlowOutcome>())
        {
            foreach (var contact in outcome.Contacts.Where(id => !index.HasContact(id)))
            {
                findings.Add(outcome, "unknown-reference", $"There is no contact '{contact}'.");
            }

            foreach (var guide in outcome.Guides.Where(id => !index.HasGuide(id)))
            {
                findings.Add(outcome, "unknown-reference", $"There is no guide '{guide}'.");
            }
        }
    }

    private void CheckShape(Flowchart chart)
    {
        foreach (var step in chart.Steps)
        {
            if (step.Outcome is null == (step.Choices.Count == 0))
            {
                findings.Add(step, "step-shape", $"Step '{step.Id}' is a question with choices or an outcome: exactly one of the two.");
            }
            else if (step.Outcome is { Contacts.Count: 0, Guides.Count: 0, OffersSignal: false })
            {
                findings.Add(step, "empty-outcome", $"Outcome '{step.Id}' leads to nobody. Name a contact or a guide, or offer a signal.");
            }
            else if (step.Choices.Count > 0 && step.Choices.All(choice => choice.Returns))
            {
                findings.Add(step, "loop", $"Every choice of '{step.Id}' goes back. Give one that goes on.");
            }
        }
    }

    private void CheckDangerFirst(Flowchart chart)
    {
        if (Step(chart, chart.Start) is not { } start)
        {
            return;
        }

        var helpAtOnce = start.Choices
            .Select(choice => Target(chart, choice)?.Step.Outcome)
            .Any(outcome => outcome is not null && outcome.Contacts.Any(index.IsEmergency));
        if (!start.Danger || !helpAtOnce)
        {
            findings.Add(start, "danger-first", $"{chart.Id} begins by asking about danger ('danger: true'), with one choice straight to an emergency contact.");
        }
    }

    private void CheckReach(Flowchart chart)
    {
        var reached = new HashSet<string> { chart.Start };
        var waiting = new Queue<string>(reached);
        while (waiting.TryDequeue(out var id))
        {
            var next = Step(chart, id)?.Choices.Select(choice => choice.To) ?? [];
            foreach (var to in next.Where(to => Step(chart, to) is not null && reached.Add(to)))
            {
                waiting.Enqueue(to);
            }
        }

        foreach (var step in chart.Steps.Where(step => !reached.Contains(step.Id)))
        {
            findings.Add(step, "unreachable", $"No path leads to step '{step.Id}'. Let a choice point to it or take it out.");
        }
    }

    /// <summary>
    /// Across charts too. With no loops and every step having a choice that goes on, every path ends in an outcome.
    /// Walks without recursion: a path may be as long as it likes.
    /// </summary>
    private void CheckLoops()
    {
        var finished = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var chart in bundle.Flowcharts)
        {
            foreach (var step in chart.Steps.Where(step => !finished.Contains(step)))
            {
                Walk(chart, step, finished);
            }
        }
    }

    private void Walk(Flowchart chart, FlowStep first, HashSet<object> finished)
    {
        var underway = new HashSet<object>(ReferenceEqualityComparer.Instance) { first };
        var path = new Stack<(Flowchart Chart, FlowStep Step, int Choice)>([(chart, first, 0)]);
        while (path.TryPop(out var at))
        {
            if (at.Choice == at.Step.Choices.Count)
            {
                underway.Remove(at.Step);
                finished.Add(at.Step);
                continue;
            }

            path.Push(at with { Choice = at.Choice + 1 });
            var choice = at.Step.Choices[at.Choice];
            if (choice.Returns || Target(at.Chart, choice) is not { } target)
            {
                continue;
            }

            if (underway.Contains(target.Step))
            {
                findings.Add(choice, "loop", $"'to: {choice.To}' leads back to where one came from. If that is meant, add 'returns: true'.");
            }
            else if (!finished.Contains(target.Step))
            {
                underway.Add(target.Step);
                path.Push((target.Chart, target.Step, 0));
            }
        }
    }

    private FlowStep? Step(Flowchart chart, string id) => steps[chart].GetValueOrDefault(id);

    private (Flowchart Chart, FlowStep Step)? Target(Flowchart chart, FlowChoice choice)
    {
        if (Step(chart, choice.To) is { } here)
        {
            return (chart, here);
        }

        return index.Flowchart(choice.To) is { } other && Step(other, other.Start) is { } start ? (other, start) : null;
    }
}

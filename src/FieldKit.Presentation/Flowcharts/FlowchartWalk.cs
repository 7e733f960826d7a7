using FieldKit.Domain.Flowcharts;
using FieldKit.Domain.Signals;

namespace FieldKit.Presentation.Flowcharts;

/// <summary>
/// One walk through the flowcharts, across charts. Lives as long as the app is open and in memory only: a walk is about
/// a person. Every visited step has its own address, so the browser's Back and Forward move along the walk.
/// </summary>
public sealed class FlowchartWalk
{
    private readonly List<WalkedStep> steps = [];

    /// <summary>Visited steps, oldest first; the last is where the walker stands.</summary>
    public IReadOnlyList<WalkedStep> Steps => steps;

    /// <summary>Stand at a step: a visited one cuts the walk back to it, a next one lengthens it, any other begins anew.</summary>
    public void StandAt(Flowchart chart, FlowStep step)
    {
        var visited = steps.FindIndex(walked => walked.Chart.Id == chart.Id && walked.Step.Id == step.Id);
        if (visited >= 0)
        {
            steps.RemoveRange(visited + 1, steps.Count - visited - 1);
        }
        else
        {
            if (steps.Count > 0 && AnswerThatLeads(steps[^1], chart, step) is { } answer)
            {
                steps[^1] = steps[^1] with { Answer = answer };
            }
            else
            {
                steps.Clear();
            }

            steps.Add(new(chart, step, null));
        }
    }

    /// <summary>Remembers which answer is taken here: two answers may lead to the same step.</summary>
    public void Answer(FlowChoice choice)
    {
        if (steps.Count > 0)
        {
            steps[^1] = steps[^1] with { Answer = choice };
        }
    }

    public void Forget() => steps.Clear();

    /// <summary>The questions answered on the way here, oldest first, as they go with a signal.</summary>
    public IReadOnlyList<PathStep> Path(string language) =>
    [
        .. from walked in steps.SkipLast(1)
           where walked.Answer is not null
           select new PathStep(walked.Chart.Id, walked.Step.Id, walked.Step.Title.In(language), walked.Answer!.Label.In(language)),
    ];

    private static FlowChoice? AnswerThatLeads(WalkedStep from, Flowchart chart, FlowStep step)
    {
        bool Leads(FlowChoice choice) =>
            from.Chart.Id == chart.Id && choice.To == step.Id || choice.To == chart.Id && step.Id == chart.Start;

        return from.Answer is { } given && Leads(given) ? given : from.Step.Choices.FirstOrDefault(Leads);
    }
}

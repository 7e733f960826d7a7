using FieldKit.Domain.Flowcharts;

namespace FieldKit.Presentation.Flowcharts;

/// <summary>
/// The walk that is going on. Lives as long as the app is open and in memory only: a walk is about a person.
/// Every visited step has its own address, so the browser's Back and Forward move along the walk.
/// </summary>
public sealed class FlowchartWalk
{
    // Each walk is the one before it with one move more.
    private readonly List<FlowWalk> visited = [];
    private readonly Dictionary<(string Chart, string Step), int> answers = [];

    /// <summary>Where the walker stood, oldest first; the last is where they stand now.</summary>
    public IReadOnlyList<FlowWalk> Visited => visited;

    /// <summary>
    /// Stand at a step: a visited one cuts the walk back to it, a next one lengthens it, any other begins the chart anew,
    /// so that the path is never one that nobody walked.
    /// </summary>
    /// <param name="step">Null: the chart's start.</param>
    /// <exception cref="KeyNotFoundException">No chart has this id.</exception>
    public FlowWalk StandAt(IReadOnlyList<Flowchart> charts, string chart, string? step)
    {
        var known = visited.FindIndex(walk => walk.Chart.Id == chart && walk.Step.Id == (step ?? walk.Chart.Start));
        if (known >= 0)
        {
            visited.RemoveRange(known + 1, visited.Count - known - 1);
        }
        else if (visited.LastOrDefault() is { } last && NextTowards(last, chart, step) is { } next)
        {
            visited.Add(next);
        }
        else
        {
            visited.Clear();
            visited.Add(FlowWalk.Start(charts, chart));
        }

        return visited[^1];
    }

    /// <summary>Remembers which answer is taken here: two answers may lead to the same step.</summary>
    /// <param name="index">Which of the step's choices, from 0.</param>
    public void Answer(int index) => answers[(visited[^1].Chart.Id, visited[^1].Step.Id)] = index;

    public void Forget()
    {
        visited.Clear();
        answers.Clear();
    }

    private FlowWalk? NextTowards(FlowWalk from, string chart, string? step)
    {
        var taken = answers.GetValueOrDefault((from.Chart.Id, from.Step.Id), 0);
        return Enumerable.Range(0, from.Step.Choices.Count)
            .OrderBy(index => index == taken ? 0 : 1)
            .Where(index => Leads(from, from.Step.Choices[index], chart, step))
            .Select(from.Choose)
            .FirstOrDefault();
    }

    private static bool Leads(FlowWalk from, FlowChoice choice, string chart, string? step) =>
        from.Chart.Id == chart ? choice.To == step : choice.To == chart && step is null;
}

using System.Text.Json;
using FieldKit.Domain;
using FieldKit.Domain.Flowcharts;
using FieldKit.Presentation.Unlock;

namespace FieldKit.Presentation.Flowcharts;

/// <summary>
/// The walk that is going on. Lives as long as the tab: a walk is about a person. Every visited step has its own address,
/// so the browser's Back and Forward move along the walk.
/// </summary>
public sealed class FlowchartWalk(ITabMemory memory) : IOpenText
{
    private const string Kept = "walk";

    // Each walk is the one before it with one move more.
    private readonly List<FlowWalk> visited = [];
    private readonly Dictionary<(string Chart, string Step), int> answers = [];

    // How each place was last reached, so that Back after a look elsewhere finds the path again.
    private readonly Dictionary<(string Chart, string Step), FlowPosition> reached = [];
    private bool recalled;

    /// <summary>Where the walker stood, oldest first; the last is where they stand now.</summary>
    public IReadOnlyList<FlowWalk> Visited => visited;

    /// <summary>
    /// Stand at a step: a visited one cuts the walk back to it, a next one lengthens it, one that was reached before brings
    /// its path back; any other is stood at without a path, so that the path is never one that nobody walked.
    /// </summary>
    /// <param name="step">Null: the chart's start.</param>
    /// <exception cref="KeyNotFoundException">No chart has this id.</exception>
    public FlowWalk StandAt(IReadOnlyList<Flowchart> charts, string chart, string? step)
    {
        Recall(charts);
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
            Follow(step is null ? FlowWalk.Start(charts, chart) : AsReached(charts, FlowWalk.At(charts, chart, step)));
        }

        Keep(visited[^1]);
        return visited[^1];
    }

    /// <summary>What was walked before a reload, without moving.</summary>
    public void Recall(IReadOnlyList<Flowchart> charts)
    {
        if (!recalled && Read() is { } position && charts.Any(chart => chart.Id == position.Start))
        {
            Follow(FlowWalk.Resume(charts, position));
        }

        recalled = true;
    }

    /// <summary>Remembers which answer is taken here: two answers may lead to the same step.</summary>
    /// <param name="index">Which of the step's choices, from 0.</param>
    public void Answer(int index) => answers[PlaceOf(visited[^1])] = index;

    /// <summary>A walk needs no vault and goes on when that is shut.</summary>
    public Task PutAwayAsync() => Task.CompletedTask;

    public Task<bool> SettleAsync() => Task.FromResult(true);

    public void Forget()
    {
        visited.Clear();
        answers.Clear();
        reached.Clear();
        recalled = true;
        memory.Write(Kept, null);
    }

    private static (string Chart, string Step) PlaceOf(FlowWalk walk) => (walk.Chart.Id, walk.Step.Id);

    private FlowWalk? NextTowards(FlowWalk from, string chart, string? step)
    {
        var taken = answers.GetValueOrDefault(PlaceOf(from), 0);
        return Enumerable.Range(0, from.Step.Choices.Count)
            .OrderBy(index => index == taken ? 0 : 1)
            .Where(index => Leads(from, from.Step.Choices[index], chart, step))
            .Select(from.Choose)
            .FirstOrDefault();
    }

    private static bool Leads(FlowWalk from, FlowChoice choice, string chart, string? step) =>
        from.Chart.Id == chart ? choice.To == step : choice.To == chart && step is null;

    // A chart's start is always a new beginning: it may be about somebody else.
    private FlowWalk AsReached(IReadOnlyList<Flowchart> charts, FlowWalk begun) =>
        reached.TryGetValue(PlaceOf(begun), out var position) && FlowWalk.Resume(charts, position) is var again && PlaceOf(again) == PlaceOf(begun)
            ? again
            : begun;

    // All places of a walk, from its beginning to where it stands.
    private void Follow(FlowWalk walk)
    {
        visited.Clear();
        for (var at = walk; ; at = at.Back())
        {
            visited.Insert(0, at);
            if (!at.CanGoBack)
            {
                return;
            }
        }
    }

    private void Keep(FlowWalk walk)
    {
        reached[PlaceOf(walk)] = walk.Position;
        memory.Write(Kept, JsonSerializer.Serialize(walk.Position, DomainJson.Default.FlowPosition));
    }

    private FlowPosition? Read()
    {
        try
        {
            return memory.Read(Kept) is { } json ? JsonSerializer.Deserialize(json, DomainJson.Default.FlowPosition) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

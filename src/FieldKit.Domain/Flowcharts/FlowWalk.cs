using FieldKit.Domain.Signals;

namespace FieldKit.Domain.Flowcharts;

/// <summary>Someone on their way through one or more flowcharts. Immutable: every move gives a new walk.</summary>
public sealed class FlowWalk
{
    private readonly IReadOnlyList<Flowchart> charts;
    private readonly IReadOnlyList<FlowMove> moves;
    private readonly FlowPosition beginning;

    private FlowWalk(IReadOnlyList<Flowchart> charts, FlowPosition beginning, IReadOnlyList<FlowMove> moves, Flowchart chart, FlowStep step)
    {
        this.charts = charts;
        this.beginning = beginning;
        this.moves = moves;
        Chart = chart;
        Step = step;
    }

    public Flowchart Chart { get; }

    public FlowStep Step { get; }

    public bool AtOutcome => Step.Outcome is not null;

    public bool CanGoBack => moves.Count > 0;

    /// <summary>Where this walk is and how it came there; <see cref="Resume"/> brings it back.</summary>
    public FlowPosition Position => beginning with { Moves = moves };

    /// <summary>False when it began at a later step (<see cref="At"/>): what comes before was not answered.</summary>
    public bool FromTheStart => beginning.Step is null;

    /// <exception cref="KeyNotFoundException">No chart has this id.</exception>
    public static FlowWalk Start(IReadOnlyList<Flowchart> charts, string flowchart)
    {
        var chart = charts.FirstOrDefault(candidate => candidate.Id == flowchart)
            ?? throw new KeyNotFoundException($"There is no flowchart '{flowchart}'.");
        return new(charts, new(flowchart, []), [], chart, chart.Step(chart.Start));
    }

    /// <summary>Begins at a later step, for who opens its address or points at it on the picture. Its path is empty.</summary>
    /// <returns>A walk from the chart's start when it has no such step (any more).</returns>
    /// <exception cref="KeyNotFoundException">No chart has this id.</exception>
    public static FlowWalk At(IReadOnlyList<Flowchart> charts, string flowchart, string step)
    {
        var start = Start(charts, flowchart);
        return start.Chart.Start != step && start.Chart.Steps.FirstOrDefault(candidate => candidate.Id == step) is { } here
            ? new(charts, new(flowchart, [], step), [], start.Chart, here)
            : start;
    }

    /// <summary>
    /// Walks the same way again. Where the content has changed since, it stops at the last step that is still the same.
    /// </summary>
    /// <exception cref="KeyNotFoundException">The chart that it began in is gone.</exception>
    public static FlowWalk Resume(IReadOnlyList<Flowchart> charts, FlowPosition position)
    {
        var walk = position.Step is { } step ? At(charts, position.Start, step) : Start(charts, position.Start);
        foreach (var move in position.Moves)
        {
            if (walk.Chart.Id != move.Flowchart || walk.Step.Id != move.Step || move.Choice < 0 || move.Choice >= walk.Step.Choices.Count)
            {
                break;
            }

            walk = walk.Choose(move.Choice);
        }

        return walk;
    }

    /// <param name="index">Which of the step's choices, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step has no such choice.</exception>
    public FlowWalk Choose(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Step.Choices.Count);
        var to = Step.Choices[index].To;
        var chosen = new FlowMove(Chart.Id, Step.Id, index);
        if (Chart.Steps.FirstOrDefault(step => step.Id == to) is { } here)
        {
            return new(charts, beginning, [.. moves, chosen], Chart, here);
        }

        var entered = Start(charts, to);
        return new(charts, beginning, [.. moves, chosen], entered.Chart, entered.Step);
    }

    /// <summary>One move back, across charts too; the same walk at its beginning.</summary>
    public FlowWalk Back() => CanGoBack ? Resume(charts, Position with { Moves = [.. moves.SkipLast(1)] }) : this;

    public FlowWalk Restart() => Start(charts, beginning.Start);

    /// <summary>The questions answered so far, oldest first, in <paramref name="language"/>.</summary>
    public IReadOnlyList<PathStep> Path(string language) =>
    [
        .. from move in moves
           let step = charts.First(chart => chart.Id == move.Flowchart).Step(move.Step)
           select new PathStep(move.Flowchart, move.Step, step.Title.In(language), step.Choices[move.Choice].Label.In(language)),
    ];
}

/// <summary>A walk as data, for keeping across restarts.</summary>
/// <param name="Start">Id of the chart that it began in.</param>
/// <param name="Step">Id of the step that it began at; null for the chart's start.</param>
public sealed record FlowPosition(string Start, IReadOnlyList<FlowMove> Moves, string? Step = null);

/// <param name="Choice">Index of the choice, from 0.</param>
public sealed record FlowMove(string Flowchart, string Step, int Choice);

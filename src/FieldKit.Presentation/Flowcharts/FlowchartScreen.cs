using FieldKit.Domain;
using FieldKit.Domain.Contacts;
using FieldKit.Domain.Flowcharts;
using FieldKit.Domain.Guides;

namespace FieldKit.Presentation.Flowcharts;

/// <summary>One step of a flowchart as shown: question or outcome, the way so far, and where each answer leads.</summary>
public sealed class FlowchartScreen
{
    private readonly FlowchartWalk walk;
    private readonly FlowWalk here;

    private FlowchartScreen(ContentBundle bundle, FlowchartWalk walk, FlowWalk here)
    {
        this.walk = walk;
        this.here = here;
        Contacts = Pick(Step.Outcome?.Contacts, bundle.Contacts, contact => contact.Id);
        Guides = Pick(Step.Outcome?.Guides, bundle.Guides, guide => guide.Id);
    }

    public Flowchart Chart => here.Chart;

    public FlowStep Step => here.Step;

    public IReadOnlyList<Contact> Contacts { get; }

    public IReadOnlyList<Guide> Guides { get; }

    /// <summary>False when the step was opened by its address or on the picture: no question before it was answered.</summary>
    public bool FromTheStart => here.FromTheStart;

    /// <summary>Counts from 1.</summary>
    public int Number => walk.Visited.Count;

    /// <summary>Address of the question before this one, or of the list.</summary>
    public string Back => Number > 1 ? AddressOf(walk.Visited[^2]) : "/route";

    /// <summary>Stands the walk at this place.</summary>
    /// <returns>Null when there is no such chart.</returns>
    public static FlowchartScreen? Open(ContentBundle bundle, FlowchartWalk walk, string chart, string? step) =>
        bundle.Flowcharts.Any(candidate => candidate.Id == chart)
            ? new(bundle, walk, walk.StandAt(bundle.Flowcharts, chart, step))
            : null;

    /// <summary>Answered questions with the address to return to each, oldest first.</summary>
    public IReadOnlyList<(string Question, string Answer, string Address)> Path(string language) =>
        [.. here.Path(language).Zip(walk.Visited, (step, visited) => (step.Question, step.Choice, AddressOf(visited)))];

    public string AddressOf(FlowChoice choice) =>
        Chart.Steps.Any(step => step.Id == choice.To) ? AddressOf(Chart.Id, choice.To) : $"/route/{choice.To}";

    /// <param name="index">Which of the step's choices, from 0.</param>
    public void Answer(int index) => walk.Answer(index);

    /// <summary>Leaves the way so far ready for a new signal.</summary>
    public void HandOver(PathHandover handover, string language) => handover.Offer(here.Path(language));

    public static string AddressOf(FlowWalk place) => AddressOf(place.Chart, place.Step);

    public static string AddressOf(Flowchart chart, FlowStep step) => step.Id == chart.Start ? $"/route/{chart.Id}" : AddressOf(chart.Id, step.Id);

    private static string AddressOf(string chart, string step) => $"/route/{chart}/stap/{Uri.EscapeDataString(step)}";

    private static IReadOnlyList<TItem> Pick<TItem>(IReadOnlyList<string>? ids, IReadOnlyList<TItem> from, Func<TItem, string> idOf) =>
        ids is null ? [] : [.. ids.SelectMany(id => from.Where(item => idOf(item) == id))];
}

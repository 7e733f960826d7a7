using FieldKit.Domain;
using FieldKit.Domain.Contacts;
using FieldKit.Domain.Flowcharts;
using FieldKit.Domain.Guides;

namespace FieldKit.Presentation.Flowcharts;

/// <summary>One step of a flowchart as shown: question or outcome, the way so far, and where each answer leads.</summary>
public sealed class FlowchartScreen
{
    private readonly FlowchartWalk walk;

    private FlowchartScreen(ContentBundle bundle, FlowchartWalk walk, Flowchart chart, FlowStep step)
    {
        this.walk = walk;
        (Chart, Step) = (chart, step);
        Contacts = Pick(step.Outcome?.Contacts, bundle.Contacts, contact => contact.Id);
        Guides = Pick(step.Outcome?.Guides, bundle.Guides, guide => guide.Id);
    }

    public Flowchart Chart { get; }

    public FlowStep Step { get; }

    public IReadOnlyList<Contact> Contacts { get; }

    public IReadOnlyList<Guide> Guides { get; }

    /// <summary>Counts from 1.</summary>
    public int Number => walk.Steps.Count;

    /// <summary>Address of the question before this one, or of the list.</summary>
    public string Back => walk.Steps.Count > 1 ? AddressOf(walk.Steps[^2].Chart.Id, walk.Steps[^2].Step.Id) : "/route";

    public IReadOnlyList<WalkedStep> Before => [.. walk.Steps.SkipLast(1)];

    /// <summary>Stands the walk at this place; an unknown step of a known chart is its start, an unknown chart null.</summary>
    public static FlowchartScreen? Open(ContentBundle bundle, FlowchartWalk walk, string chart, string? step)
    {
        var found = bundle.Flowcharts.FirstOrDefault(candidate => candidate.Id.Equals(chart, StringComparison.OrdinalIgnoreCase));
        if (found is null)
        {
            return null;
        }

        var place = found.Steps.FirstOrDefault(candidate => candidate.Id == step) ?? found.Step(found.Start);
        walk.StandAt(found, place);
        return new(bundle, walk, found, place);
    }

    public string AddressOf(FlowChoice choice) =>
        Chart.Steps.Any(step => step.Id == choice.To) ? AddressOf(Chart.Id, choice.To) : $"/route/{choice.To}";

    public static string AddressOf(string chart, string step) => $"/route/{chart}/stap/{Uri.EscapeDataString(step)}";

    public void Answer(FlowChoice choice) => walk.Answer(choice);

    /// <summary>Leaves the way so far ready for a new signal.</summary>
    public void HandOver(PathHandover handover, string language) => handover.Offer(walk.Path(language));

    private static IReadOnlyList<TItem> Pick<TItem>(IReadOnlyList<string>? ids, IReadOnlyList<TItem> from, Func<TItem, string> idOf) =>
        ids is null ? [] : [.. ids.SelectMany(id => from.Where(item => idOf(item) == id))];
}

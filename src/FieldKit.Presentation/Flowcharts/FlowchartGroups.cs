using FieldKit.Domain.Flowcharts;
using FieldKit.Domain.Municipalities;

namespace FieldKit.Presentation.Flowcharts;

/// <summary>Charts as one looks for them: danger, then the own municipality, then the others, then what holds everywhere.</summary>
public static class FlowchartGroups
{
    /// <param name="own">Id of the user's municipality; null when the device does not know.</param>
    public static IReadOnlyList<FlowchartGroup> Of(IReadOnlyList<Flowchart> charts, IReadOnlyList<Municipality> municipalities, string? own) =>
    [
        .. from chart in charts.Take(1)
           select new FlowchartGroup(null, true, [chart]),
        .. from municipality in municipalities.OrderByDescending(municipality => municipality.Id == own)
           let local = charts.Skip(1).Where(chart => chart.Municipality == municipality.Id).ToList()
           where local.Count > 0
           select new FlowchartGroup(municipality, false, local),
        .. from rest in new[] { charts.Skip(1).Where(chart => municipalities.All(known => known.Id != chart.Municipality)).ToList() }
           where rest.Count > 0
           select new FlowchartGroup(null, false, rest),
    ];

    /// <summary>The same for one city: danger, that city, and what holds everywhere; the other cities are left out.</summary>
    /// <param name="city">Id of a municipality; null for all.</param>
    public static IReadOnlyList<FlowchartGroup> In(IReadOnlyList<Flowchart> charts, IReadOnlyList<Municipality> municipalities, string? city) =>
        [.. Of(charts, municipalities, city).Where(group => city is null || group.Municipality is null || group.Municipality.Id == city)];

    /// <summary>Municipalities that a list of <see cref="In"/> would not name, for want of charts of their own.</summary>
    public static IEnumerable<Municipality> WithoutCharts(IReadOnlyList<Flowchart> charts, IReadOnlyList<Municipality> municipalities, string? city) =>
        municipalities.Where(known => (city is null || known.Id == city) && charts.Skip(1).All(chart => chart.Municipality != known.Id));
}

/// <param name="Municipality">Null where the charts hold everywhere.</param>
/// <param name="Danger">The one chart to begin with.</param>
public sealed record FlowchartGroup(Municipality? Municipality, bool Danger, IReadOnlyList<Flowchart> Charts);

using FieldKit.Domain.Flowcharts;
using FieldKit.Domain.Municipalities;
using FieldKit.Presentation.Flowcharts;

namespace FieldKit.Presentation.Tests.Flowcharts;

public sealed class FlowchartGroupsTests
{
    private static readonly Flowchart[] Charts =
        [Chart("F01", null), Chart("F02", "arnhem"), Chart("F03", "utrecht"), Chart("F04", null), Chart("F05", "arnhem")];

    [Fact]
    public void Danger_comes_first_and_what_holds_everywhere_last() => Assert.Equal(["F01", "F02 F05", "F03", "F04"], Groups(null));

    [Fact]
    public void Own_municipality_comes_before_the_others() => Assert.Equal(["F01", "F03", "F02 F05", "F04"], Groups("utrecht"));

    [Fact]
    public void A_chart_of_an_unknown_municipality_is_not_lost() =>
        Assert.Equal(["F01", "F02"], FlowchartGroups.Of([Chart("F01", null), Chart("F02", "elders")], [], null).Select(Ids));

    private static IEnumerable<string> Groups(string? own) =>
        FlowchartGroups.Of(Charts, [Municipality("arnhem"), Municipality("utrecht")], own).Select(Ids);

    private static string Ids(FlowchartGroup group) => string.Join(' ', group.Charts.Select(chart => chart.Id));

    private static Municipality Municipality(string id) => new(id, new(id), new("meldpunt"), [], []);

    private static Flowchart Chart(string id, string? municipality) =>
        new(id, new(id), new("waarvoor"), municipality, [], "start", [], [], new(2026, 11, 20));
}

using FieldKit.Presentation.Flowcharts;
using FieldKit.Presentation.Maps;

namespace FieldKit.Presentation.Tests.Flowcharts;

public sealed class FlowchartMapTests
{
    private readonly FlowchartWalk walk = new(new RememberedTab());

    [Fact]
    public void Unknown_chart_is_said_openly() => Assert.Null(FlowchartMap.Open(Charts.Bundle, walk, "Z", "nl"));

    [Fact]
    public void Every_step_is_a_box_and_every_answer_a_line()
    {
        var map = Open("B");

        Assert.Equal(["first", "second", "end"], map.Boxes.Select(box => box.Id));
        Assert.Equal([MapKind.Start, MapKind.Question, MapKind.Outcome], map.Boxes.Select(box => box.Kind));
        Assert.Equal(["ja", "misschien", "nee", "terug", "verder"], map.Lines.Select(line => line.Label));
        Assert.Equal("/route/B", map.Here.Address);
    }

    [Fact]
    public void Another_chart_is_one_box_that_leads_there()
    {
        var box = Open("A")["B"];

        Assert.Equal((MapKind.Elsewhere, "Kaart B", "/route/B"), (box.Kind, box.Title, box.Address));
    }

    [Fact]
    public void The_way_that_was_walked_is_marked_answer_by_answer()
    {
        walk.StandAt(Charts.Bundle.Flowcharts, "B", null);
        walk.Answer(1);
        walk.StandAt(Charts.Bundle.Flowcharts, "B", "end");

        var map = Open("B");

        Assert.Equal("misschien", Assert.Single(map.Lines, line => line.Taken).Label);
        Assert.Equal([MapMark.Walked, MapMark.None, MapMark.Here], map.Boxes.Select(box => box.Mark));
        Assert.Equal("end", map.Here.Id);
    }

    [Fact]
    public void A_walk_elsewhere_marks_nothing_and_leads_back_to_the_list()
    {
        walk.StandAt(Charts.Bundle.Flowcharts, "A", "stop");

        var screen = FlowchartMap.Open(Charts.Bundle, walk, "B", "nl")!;

        Assert.Equal("/route", screen.Back);
        Assert.All(screen.Map.Boxes, box => Assert.Equal(MapMark.None, box.Mark));
    }

    [Fact]
    public void Looking_at_the_map_does_not_move_the_walk()
    {
        walk.StandAt(Charts.Bundle.Flowcharts, "B", null);
        walk.StandAt(Charts.Bundle.Flowcharts, "B", "second");

        Assert.Equal("/route/B/stap/second", FlowchartMap.Open(Charts.Bundle, walk, "B", "nl")!.Back);
        Assert.Equal(2, walk.Visited.Count);
    }

    private RouteMap Open(string chart) => FlowchartMap.Open(Charts.Bundle, walk, chart, "nl")!.Map;
}

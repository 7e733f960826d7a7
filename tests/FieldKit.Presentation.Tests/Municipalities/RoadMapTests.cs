using FieldKit.Domain.Municipalities;
using FieldKit.Presentation.Maps;
using FieldKit.Presentation.Municipalities;

namespace FieldKit.Presentation.Tests.Municipalities;

public sealed class RoadMapTests
{
    private readonly Texts texts = new(new RememberedPreferences());

    [Fact]
    public void Without_a_chain_there_is_nothing_to_draw() => Assert.Null(RoadMap.Of(Town() with { Chain = null }, texts));

    [Fact]
    public void Steps_stand_in_their_order_with_who_does_them_and_what_is_not_known()
    {
        var map = RoadMap.Of(Town(), texts)!;

        Assert.Equal(["1. zien", "2. wegen", "3. helpen", "klaar"], map.Boxes.Select(box => box.Title));
        Assert.Equal([MapKind.Start, MapKind.Step, MapKind.Step, MapKind.Stage], map.Boxes.Select(box => box.Kind));
        Assert.Equal("Wie: jij", Assert.Single(map.Boxes[0].Notes));
        Assert.Equal([false, true, true, false], map.Boxes.Select(box => box.Doubt is not null));
        Assert.Equal("/route/gemeente/stad?als=lijst#stap-wegen", map["wegen"].Address);
    }

    [Fact]
    public void A_stage_that_may_close_the_signal_has_a_line_aside_and_no_line_stands_twice()
    {
        var lines = RoadMap.Of(Town(), texts)!.Lines;

        Assert.Equal(["zien-wegen", "wegen-helpen"], lines.Where(line => !line.Aside).Select(Ends));
        Assert.Equal(["wegen-klaar", "helpen-klaar"], lines.Where(line => line.Aside).Select(Ends));
    }

    private static string Ends(MapLine line) => $"{line.From}-{line.To}";

    // The stage "wegen" may be followed by "helpen", which is the next step, or end; "klaar" is a stage without a step.
    private static Municipality Town() => new(
        "stad",
        new("Stad"),
        new("meldpunt"),
        [Stage("gewogen", "geholpen", "klaar"), Stage("geholpen", "klaar"), Stage("klaar"), Stage("los")],
        [],
        [
            new("zien", new("zien"), new("wat"), new("jij"), null, null, null, []),
            new("wegen", new("wegen"), new("wat"), new("zij"), null, new("hoe vaak"), "gewogen", []),
            new("helpen", new("helpen"), new("wat"), null, null, null, "geholpen", []),
        ]);

    private static Stage Stage(string id, params string[] next) => new(id, new(id), new("uitleg"), next);
}

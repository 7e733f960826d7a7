using FieldKit.Presentation.Flowcharts;

namespace FieldKit.Presentation.Tests.Flowcharts;

public sealed class FlowchartScreenTests
{
    private readonly RememberedTab tab = new();
    private readonly FlowchartWalk walk;

    public FlowchartScreenTests() => walk = new(tab);

    [Fact]
    public void Unknown_chart_is_said_openly() => Assert.Null(FlowchartScreen.Open(Charts.Bundle, walk, "Z", null));

    [Fact]
    public void First_step_leads_back_to_the_list()
    {
        var screen = At("A");

        Assert.Equal("start", screen.Step.Id);
        Assert.Equal("/route", screen.Back);
        Assert.Empty(screen.Path("nl"));
    }

    [Fact]
    public void Answer_that_names_another_chart_keeps_the_path()
    {
        var start = At("A");
        start.Answer(1);
        Assert.Equal("/route/B", start.AddressOf(start.Step.Choices[1]));

        var screen = At("B");

        Assert.Equal([("start?", "nee", "/route/A")], screen.Path("nl"));
        Assert.Equal("/route/A", screen.Back);
        Assert.Equal(2, screen.Number);
    }

    [Fact]
    public void Back_in_the_browser_shortens_the_path()
    {
        At("B");
        At("B", "second");
        At("B", "end");

        var screen = At("B", "second");

        Assert.Equal([("first?", "nee", "/route/B")], screen.Path("nl"));
    }

    [Fact]
    public void Forward_again_takes_the_answer_that_was_taken()
    {
        At("B").Answer(1);
        At("B", "end");
        At("B");

        var screen = At("B", "end");

        Assert.Equal("misschien", Assert.Single(screen.Path("nl")).Answer);
    }

    [Fact]
    public void Address_that_nobody_walked_to_opens_without_a_path()
    {
        var screen = At("B", "end");

        Assert.Equal("end", screen.Step.Id);
        Assert.Empty(screen.Path("nl"));
        Assert.False(screen.FromTheStart);
        Assert.Equal("/route", screen.Back);
    }

    [Fact]
    public void Address_of_a_step_that_is_gone_begins_at_the_start()
    {
        var screen = At("B", "ooit");

        Assert.Equal("first", screen.Step.Id);
        Assert.True(screen.FromTheStart);
    }

    [Fact]
    public void Going_on_from_halfway_has_a_path_of_what_was_answered()
    {
        At("B", "second").Answer(1);

        Assert.Equal([("second?", "verder", "/route/B/stap/second")], At("B", "end").Path("nl"));
        Assert.False(At("B", "end").FromTheStart);
    }

    [Fact]
    public void Back_after_a_look_elsewhere_finds_the_path_again()
    {
        At("B");
        At("B", "second");
        At("A", "stop");

        Assert.Equal([("first?", "nee", "/route/B")], At("B", "second").Path("nl"));
    }

    [Fact]
    public void A_reload_keeps_the_path()
    {
        At("A").Answer(1);
        At("B").Answer(2);
        At("B", "second");

        var after = FlowchartScreen.Open(Charts.Bundle, new(tab), "B", "second")!;

        Assert.Equal(["nee", "nee"], after.Path("nl").Select(step => step.Answer));
        Assert.Equal("/route/B", after.Back);
    }

    [Theory]
    [InlineData("geen json")]
    [InlineData("null")]
    [InlineData("{\"start\":\"Z\",\"moves\":[]}")]
    public void What_cannot_be_read_after_a_reload_is_a_new_walk(string kept)
    {
        tab.Write("walk", kept);

        Assert.Empty(At("B").Path("nl"));
    }

    [Fact]
    public void Forgetting_leaves_nothing_in_the_tab()
    {
        At("B");
        walk.Forget();

        Assert.True(tab.IsEmpty);
    }

    [Fact]
    public void Outcome_shows_only_what_the_content_has()
    {
        At("B");
        var screen = At("B", "end");

        Assert.Equal("T01", Assert.Single(screen.Contacts).Id);
        Assert.Equal("G01", Assert.Single(screen.Guides).Id);
    }

    [Fact]
    public void Path_is_handed_over_once()
    {
        var handover = new PathHandover();
        At("B").Answer(0);
        At("B", "end").HandOver(handover, "nl");

        Assert.Equal("ja", Assert.Single(handover.Take()).Choice);
        Assert.Empty(handover.Take());
    }

    [Fact]
    public void Choosing_from_the_list_forgets_the_walk()
    {
        At("A");
        walk.Forget();

        Assert.Empty(At("B").Path("nl"));
    }

    private FlowchartScreen At(string chart, string? step = null) => FlowchartScreen.Open(Charts.Bundle, walk, chart, step)!;
}

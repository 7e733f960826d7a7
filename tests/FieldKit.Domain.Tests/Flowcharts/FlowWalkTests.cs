using System.Text.Json;
using FieldKit.Domain.Flowcharts;
using FieldKit.Domain.Languages;

namespace FieldKit.Domain.Tests.Flowcharts;

public sealed class FlowWalkTests
{
    private static readonly Flowchart First = Chart("F1", "q",
        Question("q", "Vraag?", "Question?", ("Ja", "Yes", "end"), ("Verder", "On", "F2")),
        End("end"));

    private static readonly Flowchart Second = Chart("F2", "start",
        Question("start", "Tweede?", "Second?", ("Klaar", "Done", "end"), ("Terug", "Back", "start")),
        End("end"));

    private static readonly IReadOnlyList<Flowchart> Charts = [First, Second];

    [Fact]
    public void Walk_begins_at_the_first_step()
    {
        var walk = FlowWalk.Start(Charts, "F1");
        Assert.Equal("q", walk.Step.Id);
        Assert.False(walk.AtOutcome);
        Assert.False(walk.CanGoBack);
        Assert.Empty(walk.Path("nl"));
        Assert.Same(walk, walk.Back());
    }

    [Fact]
    public void Choice_leads_on_and_back_undoes_it()
    {
        var end = FlowWalk.Start(Charts, "F1").Choose(0);
        Assert.True(end.AtOutcome);
        Assert.Equal("q", end.Back().Step.Id);
        Assert.False(end.Back().CanGoBack);
    }

    [Fact]
    public void Choice_crosses_into_another_chart_and_back_returns()
    {
        var crossed = FlowWalk.Start(Charts, "F1").Choose(1);
        Assert.Equal(("F2", "start"), (crossed.Chart.Id, crossed.Step.Id));
        Assert.Equal(("F1", "q"), (crossed.Back().Chart.Id, crossed.Back().Step.Id));
        Assert.Equal(("F2", "end"), (crossed.Choose(0).Chart.Id, crossed.Choose(0).Step.Id));
        Assert.Equal("F1", crossed.Choose(0).Restart().Chart.Id);
    }

    [Fact]
    public void Choice_that_names_its_own_chart_begins_it_again()
    {
        var chart = Chart("F1", "q", Question("q", "Vraag?", "Question?", ("Opnieuw", "Again", "F1"), ("Klaar", "Done", "end")), End("end"));
        Assert.Equal("q", FlowWalk.Start([chart], "F1").Choose(0).Step.Id);
    }

    [Fact]
    public void Path_says_each_question_and_answer_in_the_asked_language()
    {
        var walk = FlowWalk.Start(Charts, "F1").Choose(1).Choose(0);
        Assert.Equal(["F1 q Vraag? Verder", "F2 start Tweede? Klaar"], walk.Path("nl").Select(step => $"{step.Flowchart} {step.Step} {step.Question} {step.Choice}"));
        Assert.Equal(["On", "Done"], walk.Path("en").Select(step => step.Choice));
        Assert.Equal(["Verder", "Klaar"], walk.Path("fr").Select(step => step.Choice));
    }

    [Fact]
    public void Position_survives_being_written_down()
    {
        var walk = FlowWalk.Start(Charts, "F1").Choose(1).Choose(1).Choose(0);
        var json = JsonSerializer.Serialize(walk.Position, DomainJson.Default.FlowPosition);
        var resumed = FlowWalk.Resume(Charts, JsonSerializer.Deserialize(json, DomainJson.Default.FlowPosition)!);
        Assert.Equal(walk.Path("nl"), resumed.Path("nl"));
        Assert.Same(walk.Step, resumed.Step);
    }

    [Fact]
    public void Resuming_in_changed_content_stops_where_it_still_fits()
    {
        var position = FlowWalk.Start(Charts, "F1").Choose(1).Choose(0).Position;
        var changed = Second with { Start = "other", Steps = [Question("other", "Anders?", "Other?", ("Klaar", "Done", "end")), End("end")] };
        var resumed = FlowWalk.Resume([First, changed], position);
        Assert.Equal(("F2", "other"), (resumed.Chart.Id, resumed.Step.Id));
        Assert.Single(resumed.Path("nl"));
    }

    [Fact]
    public void Walk_from_a_later_step_has_no_path_before_it_and_survives_being_written_down()
    {
        var chart = Chart("F1", "q", Question("q", "Vraag?", "Question?", ("Verder", "On", "r")), Question("r", "Nog een?", "More?", ("Klaar", "Done", "end")), End("end"));
        var walk = FlowWalk.At([chart], "F1", "r").Choose(0);
        Assert.False(walk.FromTheStart);
        Assert.Equal("Nog een?", Assert.Single(walk.Path("nl")).Question);
        Assert.Equal("r", walk.Back().Step.Id);

        var json = JsonSerializer.Serialize(walk.Position, DomainJson.Default.FlowPosition);
        var resumed = FlowWalk.Resume([chart], JsonSerializer.Deserialize(json, DomainJson.Default.FlowPosition)!);
        Assert.Equal(("end", false), (resumed.Step.Id, resumed.FromTheStart));
        Assert.True(walk.Restart().FromTheStart);
    }

    [Theory]
    [InlineData("q")]
    [InlineData("gone")]
    public void Walk_at_the_first_step_or_one_that_is_gone_is_a_walk_from_the_start(string step) =>
        Assert.Equal(("q", true), (FlowWalk.At(Charts, "F1", step).Step.Id, FlowWalk.At(Charts, "F1", step).FromTheStart));

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void Choice_that_is_not_there_is_refused(int index) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => FlowWalk.Start(Charts, "F1").Choose(index));

    [Fact]
    public void Unknown_chart_is_refused() => Assert.Throws<KeyNotFoundException>(() => FlowWalk.Start(Charts, "F9"));

    private static Flowchart Chart(string id, string start, params FlowStep[] steps) =>
        new(id, new(id), new(id), null, [], start, steps, [], new(2026, 1, 1));

    private static FlowStep Question(string id, string dutch, string english, params (string Dutch, string English, string To)[] choices) =>
        new(id, new(dutch, english), null, false, [.. choices.Select(choice => new FlowChoice(new LocalText(choice.Dutch, choice.English), choice.To))], null, []);

    private static FlowStep End(string id) => new(id, new("Klaar", "Done"), null, false, [], new(["T01"], [], false), []);
}

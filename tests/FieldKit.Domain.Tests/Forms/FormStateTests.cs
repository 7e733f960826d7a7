using FieldKit.Domain.Forms;

namespace FieldKit.Domain.Tests.Forms;

public sealed class FormStateTests
{
    private static readonly FormState Empty = new(SampleForm.Definition);

    [Fact]
    public void Default_holds_until_something_is_chosen()
    {
        Assert.Equal(["kort"], Empty.Answer(new("route", 0)).Choices);
        Assert.Equal(["lang"], Choose(Empty, "route", "lang").Answer(new("route", 0)).Choices);
        Assert.DoesNotContain("route", Empty.Answers.Keys);
        Assert.Contains("route", Empty.ForSealing().Keys);
    }

    [Fact]
    public void Section_appears_with_its_condition()
    {
        Assert.Equal(["start", "events"], Empty.VisibleSections.Select(section => section.Id));
        Assert.Equal(["start", "events", "end"], Choose(Empty, "route", "lang").VisibleSections.Select(section => section.Id));
    }

    [Fact]
    public void Stopping_option_stops_and_says_by_what()
    {
        var stopped = Choose(Empty, "route", "stop");
        Assert.Equal("halt", stopped.StoppedBy);
        Assert.False(stopped.IsComplete);
        Assert.Equal("stop", stopped.Stop!.Value);
        Assert.Null(Empty.StoppedBy);
    }

    [Fact]
    public void Condition_in_a_repeated_section_looks_at_its_own_repetition()
    {
        var state = Choose(Choose(Empty, "kind", "seen"), new AnswerKey("kind", 1), "heard");
        Assert.False(state.IsShown(new("source", 0)));
        Assert.True(state.IsShown(new("source", 1)));
    }

    [Fact]
    public void Condition_from_outside_looks_at_any_repetition()
    {
        var state = Choose(Choose(Empty, "route", "lang"), new AnswerKey("kind", 2), "heard");
        Assert.True(state.IsShown(new("heardAny", 0)));
    }

    [Fact]
    public void Answer_of_a_hidden_field_shows_nothing_else()
    {
        var heard = Write(Choose(Empty, "kind", "heard"), "source", "een collega");
        Assert.True(heard.IsShown(new("role", 0)));
        Assert.False(Choose(heard, "kind", "seen").IsShown(new("role", 0)));
    }

    [Fact]
    public void Hidden_answer_is_kept_but_does_not_leave()
    {
        var state = Choose(Write(Choose(Empty, "kind", "heard"), "source", "een collega"), "kind", "seen");
        Assert.Contains("source", state.Answers.Keys);
        Assert.DoesNotContain("source", state.ForSealing().Keys);
        Assert.Contains("source", Choose(state, "kind", "heard").ForSealing().Keys);
    }

    [Fact]
    public void Field_that_only_steers_does_not_leave() =>
        Assert.DoesNotContain("steer", Choose(Empty, "steer", "a").ForSealing().Keys);

    [Fact]
    public void Missing_lists_required_fields_in_the_order_of_the_form()
    {
        var state = Choose(Empty, "route", "lang").AddRepetition(SampleForm.Events);
        Assert.Equal(["when", "kind", "when#1", "kind#1", "reason", "sure"], state.Missing().Select(key => key.ToString()));
    }

    [Fact]
    public void Option_that_asks_for_text_is_missing_without_it()
    {
        var state = Choose(Choose(Empty, "route", "lang"), "reason", "no");
        Assert.Contains(new AnswerKey("reason", 0), state.Missing());
        Assert.DoesNotContain(new AnswerKey("reason", 0), state.With(new("reason", 0), new(["no"], "omdat")).Missing());
    }

    [Fact]
    public void Period_is_answered_by_its_text_and_not_by_its_option()
    {
        Assert.Contains(new AnswerKey("when", 0), Choose(Empty, "when", "ongeveer").Missing());
        Assert.DoesNotContain(new AnswerKey("when", 0), Write(Empty, "when", "in mei").Missing());
    }

    [Fact]
    public void Filled_form_is_complete()
    {
        var state = Write(Choose(Empty, "kind", "seen"), "when", "maandag");
        Assert.True(state.IsComplete);
        Assert.False(Choose(state, "route", "lang").IsComplete);
    }

    [Fact]
    public void Text_too_long_is_kept_whole_and_named()
    {
        var state = Empty.With(new("who", 0), new(["x"], "elf tekens!"));
        Assert.Equal("elf tekens!", state.Answer(new("who", 0)).Text);
        Assert.Equal([new AnswerKey("who", 0)], state.TooLong());
        Assert.False(state.IsComplete);
    }

    [Fact]
    public void Option_that_stands_alone_replaces_the_others_and_gives_way_to_them()
    {
        Assert.Equal(["none"], Empty.With(new("who", 0), new(["x", "y", "none"], "")).Answer(new("who", 0)).Choices);
        Assert.Equal(["x"], Empty.With(new("who", 0), new(["none", "x"], "")).Answer(new("who", 0)).Choices);
    }

    [Fact]
    public void Single_choice_keeps_the_last_known_option() =>
        Assert.Equal(["b"], Empty.With(new("steer", 0), new(["a", "b", "unknown"], "")).Answer(new("steer", 0)).Choices);

    [Fact]
    public void Unknown_field_or_repetition_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Write(Empty, "nothing", "x"));
        Assert.Throws<ArgumentException>(() => Empty.With(new("when", 4), new([], "x")));
        Assert.Throws<ArgumentException>(() => Empty.With(new("who", 1), new(["x"], "")));
    }

    [Fact]
    public void Draft_with_unreadable_keys_opens_without_them()
    {
        var state = new FormState(SampleForm.Definition, new Dictionary<string, FormAnswer>
        {
            ["when#9"] = new([], "te ver"),
            ["when#x"] = new([], "geen getal"),
            ["gone"] = new([], "oud veld"),
            ["when"] = new([], "goed"),
        });
        Assert.Equal(["when"], state.Answers.Keys);
    }

    [Fact]
    public void Repetitions_are_added_up_to_the_maximum_and_survive_a_reload()
    {
        var state = Enumerable.Range(0, 9).Aggregate(Empty, (current, _) => current.AddRepetition(SampleForm.Events));
        Assert.Equal(4, state.Repetitions(SampleForm.Events));
        Assert.False(state.CanAdd(SampleForm.Events));
        Assert.Equal(4, new FormState(SampleForm.Definition, state.Answers).Repetitions(SampleForm.Events));
    }

    [Fact]
    public void Removing_a_repetition_moves_the_later_ones_up()
    {
        var state = Write(Write(Write(Empty, "when", "een"), new AnswerKey("when", 1), "twee"), new AnswerKey("when", 2), "drie");
        var removed = state.RemoveRepetition(SampleForm.Events, 1);
        Assert.Equal(["een", "drie"], Enumerable.Range(0, removed.Repetitions(SampleForm.Events)).Select(index => removed.Answer(new("when", index)).Text));
        var first = state.RemoveRepetition(SampleForm.Events, 0);
        Assert.Equal(["twee", "drie"], Enumerable.Range(0, first.Repetitions(SampleForm.Events)).Select(index => first.Answer(new("when", index)).Text));
    }

    [Fact]
    public void Removing_before_an_empty_last_repetition_keeps_that_one()
    {
        var state = Write(Empty, new AnswerKey("when", 1), "twee").AddRepetition(SampleForm.Events);
        Assert.Equal(2, state.RemoveRepetition(SampleForm.Events, 1).Repetitions(SampleForm.Events));
    }

    [Fact]
    public void Last_repetition_cannot_be_removed() => Assert.Same(Empty, Empty.RemoveRepetition(SampleForm.Events, 0));

    [Fact]
    public void Field_that_depends_on_itself_is_not_shown_and_does_not_hang()
    {
        var field = SampleForm.Fields[0] with { Id = "loop", ShowIf = SampleForm.When("loop") };
        var definition = SampleForm.Definition with { Sections = [SampleForm.Start with { Fields = [field] }] };
        Assert.Empty(new FormState(definition).VisibleSections);
    }

    private static FormState Choose(FormState state, string field, string value) => Choose(state, new AnswerKey(field, 0), value);

    private static FormState Choose(FormState state, AnswerKey key, string value) => state.With(key, new([value], ""));

    private static FormState Write(FormState state, string field, string text) => Write(state, new AnswerKey(field, 0), text);

    private static FormState Write(FormState state, AnswerKey key, string text) => state.With(key, new([], text));
}

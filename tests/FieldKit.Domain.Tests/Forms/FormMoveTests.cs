using FieldKit.Domain.Forms;
using FsCheck;
using FsCheck.Fluent;

namespace FieldKit.Domain.Tests.Forms;

public sealed class FormMoveTests
{
    private static readonly FormState Filled = new FormState(SampleForm.Definition)
        .With(new("route", 0), new(["lang"], ""))
        .With(new("who", 0), new(["x", "y"], "een collega"))
        .With(new("when", 0), new(["ongeveer"], "in mei"))
        .With(new("when", 2), new([], "in juni"))
        .With(new("kind", 0), new(["heard"], ""))
        .With(new("source", 0), new([], "een trainer"));

    [Fact]
    public void A_form_that_only_got_a_new_number_takes_everything_along()
    {
        var move = FormMove.Of(Filled, SampleForm.Definition with { Version = 2 });

        Assert.Equivalent(Filled.Answers, move.State.Answers, strict: true);
        Assert.Equal((0, 0, 6), (move.LeftBehind.Count, move.Asked.Count, move.Moved));
        Assert.Equal(2, move.State.Definition.Version);
    }

    [Fact]
    public void A_question_that_is_gone_is_listed_with_its_answer()
    {
        var left = Assert.Single(FormMove.Of(Filled, Without("who")).LeftBehind);

        Assert.Equal(("who", 0, "een collega"), (left.Field, left.Repetition, left.Text));
        Assert.Equal(["x", "y"], left.Chosen.Select(label => label.In("nl")));
    }

    [Fact]
    public void Of_an_answer_that_fits_in_part_only_the_rest_is_listed()
    {
        var move = FormMove.Of(Filled, Changed("who", field => field with { Options = [.. field.Options.Where(option => option.Value != "x")] }));

        Assert.Equal(["y"], move.State.Answer(new("who", 0)).Choices);
        Assert.Equal("een collega", move.State.Answer(new("who", 0)).Text);
        var left = Assert.Single(move.LeftBehind);
        Assert.Equal("x", Assert.Single(left.Chosen).In("nl"));
        Assert.Equal("", left.Text);
    }

    [Fact]
    public void Repetitions_beyond_a_smaller_maximum_are_listed()
    {
        var smaller = SampleForm.Definition with { Sections = [.. SampleForm.Definition.Sections.Select(section => section.Id == "events" ? section with { Repeat = section.Repeat! with { Maximum = 2 } } : section)] };

        var left = Assert.Single(FormMove.Of(Filled, smaller).LeftBehind);

        Assert.Equal(("when", 2, "in juni"), (left.Field, left.Repetition, left.Text));
    }

    [Fact]
    public void An_answer_that_does_not_show_now_comes_along_as_well()
    {
        var hidden = Filled.With(new("kind", 0), new(["seen"], ""));

        Assert.Equal("een trainer", FormMove.Of(hidden, SampleForm.Definition with { Version = 2 }).State.Answers["source"].Text);
    }

    [Fact]
    public void New_questions_that_show_are_named()
    {
        var extra = SampleForm.Fields[0] with { Id = "extra", Default = null };
        var with = SampleForm.Definition with { Version = 2, Sections = [SampleForm.Start with { Fields = [.. SampleForm.Start.Fields, extra] }, .. SampleForm.Definition.Sections.Skip(1)] };

        Assert.Equal("extra", Assert.Single(FormMove.Of(Filled, with).Asked).Id);
    }

    /// <summary>Every choice and every word is in the newer form or on the list, whatever the two forms are.</summary>
    [Fact]
    public void Nothing_is_dropped() => Prop.ForAll(
        (from form in RandomForm.Any
         from newer in RandomForm.After(form)
         from chosen in Gen.SubListOf("a", "b", "c", "d", "ja")
         select (form, newer, chosen: chosen.ToArray())).ToArbitrary(),
        drawn =>
        {
            var state = drawn.form.Sections.Aggregate(new FormState(drawn.form), (before, section) =>
                section.Fields.Aggregate(before, (now, field) => now.With(new(field.Id, 0), new(drawn.chosen, $"woorden bij {field.Id}"))));
            var move = FormMove.Of(state, drawn.newer);
            return state.Answers.All(pair =>
            {
                var key = AnswerKey.Parse(pair.Key);
                var arrived = move.State.Answers.GetValueOrDefault(pair.Key, FormAnswer.Empty);
                var left = move.LeftBehind.Where(answer => new AnswerKey(answer.Field, answer.Repetition) == key).ToList();
                return pair.Value.Choices.All(value => arrived.Choices.Contains(value) || left.Any(answer => answer.Chosen.Any(label => label.In("nl") == value)))
                    && (pair.Value.Text.Length == 0 || arrived.Text == pair.Value.Text || left.Any(answer => answer.Text == pair.Value.Text));
            });
        }).Check(Rounds.Of(200));

    private static FormDefinition Without(string id) => SampleForm.Definition with
    {
        Version = 2,
        Sections = [.. SampleForm.Definition.Sections.Select(section => section with { Fields = [.. section.Fields.Where(field => field.Id != id)] })],
    };

    private static FormDefinition Changed(string id, Func<FormField, FormField> change) => SampleForm.Definition with
    {
        Version = 2,
        Sections = [.. SampleForm.Definition.Sections.Select(section => section with { Fields = [.. section.Fields.Select(field => field.Id == id ? change(field) : field)] })],
    };
}

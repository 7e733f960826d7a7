using FieldKit.Domain;
using FieldKit.Domain.Cases;
using FieldKit.Domain.Languages;
using FieldKit.Presentation.Cases;

namespace FieldKit.Presentation.Tests.Cases;

public sealed class PracticeScreenTests
{
    private readonly PracticeScreen screen = Open(Case());

    [Fact]
    public void Nothing_is_told_before_a_choice()
    {
        Assert.Null(screen.Chosen);
        Assert.False(screen.HasNext);
        screen.Next();
        Assert.Equal(1, screen.Number);
    }

    [Fact]
    public void A_choice_gives_its_feedback_and_another_may_be_compared()
    {
        screen.Choose(1);
        Assert.Equal("Denk nog eens, Milan", screen.Chosen!.Feedback.In("nl"));

        screen.Choose(0);

        Assert.True(screen.Chosen!.Advised);
        Assert.True(screen.HasNext);
    }

    [Fact]
    public void The_same_story_about_another_keeps_place_and_choice()
    {
        screen.Choose(0);
        screen.Next();
        screen.Choose(1);

        screen.TellAboutAnother();

        Assert.Equal("Amira staat bij de deur.", screen.Told.Story.In("nl"));
        Assert.Equal("Denk nog eens, Amira", screen.Chosen!.Feedback.In("nl"));
        Assert.Equal(2, screen.Number);
    }

    [Fact]
    public void After_the_last_mirror_comes_the_first()
    {
        screen.TellAboutAnother();
        screen.TellAboutAnother();

        Assert.Equal("Milan staat bij de deur.", screen.Told.Story.In("nl"));
    }

    [Fact]
    public void What_to_take_along_comes_when_each_question_was_answered()
    {
        screen.Choose(0);
        screen.Next();
        Assert.False(screen.IsWhole);

        screen.Choose(1);

        Assert.True(screen.IsWhole);
        Assert.False(screen.HasNext);
    }

    [Fact]
    public void Beginning_again_forgets_the_choices()
    {
        screen.Choose(0);
        screen.Next();

        screen.Again();

        Assert.Equal((1, null, false), (screen.Number, screen.Chosen, screen.HasPrevious));
    }

    [Fact]
    public void An_option_that_is_not_there_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => screen.Choose(2));

    [Fact]
    public void A_route_to_what_is_not_in_the_content_is_left_out()
    {
        Assert.Null(screen.Chart);
        Assert.Empty(screen.Guides);
    }

    private static PracticeScreen Open(PracticeCase practice) => new(new(new(2026, 11, 22), [], [], [], [], [], [practice]), practice, 0);

    private static PracticeCase Case() => new(
        "K01", new("Titel"), new("docenten"), new("oefenen"), null, [], new("{naam} staat bij de deur."), [Mirror("Milan"), Mirror("Amira")],
        [Question("een"), Question("twee")], new("Praat samen."), new("F02", ["G01"], ["T21"], false), [], new(2026, 11, 22));

    private static CaseMirror Mirror(string name) => new(new Dictionary<string, LocalText> { ["naam"] = new(name) });

    private static CaseQuestion Question(string id) =>
        new(id, new("Wat doe je?"), [new(new("Samen"), new("Goed"), true), new(new("Alleen"), new("Denk nog eens, {naam}"), false)], []);
}

using FieldKit.Domain.Cases;
using FieldKit.Domain.Languages;

namespace FieldKit.Domain.Tests.Cases;

public sealed class PracticeCaseTests
{
    private static readonly PracticeCase Told = new(
        "K90",
        new("Titel"),
        new("Iedereen"),
        new("Doel"),
        null,
        [],
        new("{naam} draagt {kenmerk}. {naam} lacht.", "{naam} wears {kenmerk}."),
        [Mirror("Bas", new("een baard", "a beard")), Mirror("Ismail", new("een djellaba"))],
        [new("vraag", new("Wat vraag je {naam}?"), [new(new("Ik praat met {naam}."), new("Goed voor {naam}."), Advised: true)], [])],
        new("Praat met {naam}."),
        new("F90", [], [], OffersSignal: false),
        ["K01"],
        new DateOnly(2026, 1, 1));

    [Fact]
    public void Every_text_is_told_about_the_chosen_mirror()
    {
        var told = Told.ToldWith(1);
        Assert.Equal("Ismail draagt een djellaba. Ismail lacht.", told.Story.In("nl"));
        Assert.Equal("Wat vraag je Ismail?", told.Questions[0].Text.In("nl"));
        Assert.Equal("Ik praat met Ismail.", told.Questions[0].Options[0].Label.In("nl"));
        Assert.Equal("Goed voor Ismail.", told.Questions[0].Options[0].Feedback.In("nl"));
        Assert.Equal("Praat met Ismail.", told.Learned.In("nl"));
        Assert.Same(Told.Route, told.Route);
    }

    [Fact]
    public void Values_follow_the_language_and_fall_back_to_Dutch()
    {
        Assert.Equal("Bas wears a beard.", Told.ToldWith(0).Story.In("en"));
        Assert.Equal("Ismail wears een djellaba.", Told.ToldWith(1).Story.In("en"));
    }

    [Theory]
    [InlineData(2, "Bas")]
    [InlineData(3, "Ismail")]
    [InlineData(int.MaxValue, "Ismail")]
    public void Mirrors_come_round_again(int mirror, string name) => Assert.StartsWith(name, Told.ToldWith(mirror).Story.In("nl"));

    [Theory]
    [InlineData("{onbekend} lacht", "{onbekend} lacht")]
    [InlineData("{ {naam} }", "{ Bas }")]
    [InlineData("}{naam", "}{naam")]
    [InlineData("{}", "{}")]
    public void Other_braces_stay_as_they_are(string text, string filled) =>
        Assert.Equal(filled, Told.Mirrors[0].Fill(new(text)).In("nl"));

    private static CaseMirror Mirror(string name, LocalText mark) => new(new Dictionary<string, LocalText> { ["naam"] = new(name), ["kenmerk"] = mark });
}

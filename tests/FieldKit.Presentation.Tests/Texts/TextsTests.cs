using FieldKit.Domain.Languages;

namespace FieldKit.Presentation.Tests;

public sealed class TextsTests
{
    private readonly RememberedPreferences preferences = new();

    [Fact]
    public void Nothing_chosen_yet_is_Dutch() => Assert.Equal("Bellen", new Texts(preferences)["nav.call"]);

    [Fact]
    public void Chosen_language_is_remembered()
    {
        new Texts(preferences).Use(Texts.English);

        Assert.Equal("Call", new Texts(preferences)["nav.call"]);
    }

    [Fact]
    public void Another_language_redraws_everything()
    {
        var texts = new Texts(preferences);
        var changes = 0;
        texts.PropertyChanged += (_, _) => changes++;

        texts.Use(Texts.English);
        texts.Use(Texts.English);

        Assert.Equal(1, changes);
    }

    [Fact]
    public void Unknown_language_changes_nothing()
    {
        var texts = new Texts(preferences);

        texts.Use("xx");

        Assert.Equal(Texts.Dutch, texts.Language);
    }

    [Fact]
    public void Values_are_filled_in() => Assert.Equal("Bel 113", new Texts(preferences)["danger.call", "113"]);

    [Fact]
    public void Content_text_follows_the_language()
    {
        var texts = new Texts(preferences);
        var text = new LocalText("Ja", "Yes");

        Assert.Equal("Ja", texts[text]);
        texts.Use(Texts.English);
        Assert.Equal("Yes", texts[text]);
    }

    [Fact]
    public void Dates_are_written_in_the_language()
    {
        var texts = new Texts(preferences);

        Assert.Equal("3 mei 2026", texts.Date(new(2026, 5, 3)));
        texts.Use(Texts.English);
        Assert.Equal("3 May 2026", texts.Date(new(2026, 5, 3)));
    }
}

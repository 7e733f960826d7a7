using FieldKit.Presentation.Settings;

namespace FieldKit.Presentation.Tests.Settings;

public sealed class AppearanceTests
{
    private readonly RememberedPreferences preferences = new();

    [Fact]
    public void Nothing_chosen_follows_device_and_browser()
    {
        var appearance = new Appearance(preferences);

        Assert.Equal((Theme.System, 100), (appearance.Theme, appearance.TextSize));
        Assert.Null(appearance.ThemeMark);
        Assert.Null(appearance.TextMark);
    }

    [Theory]
    [InlineData(Theme.Light, "light")]
    [InlineData(Theme.Dark, "dark")]
    [InlineData(Theme.Contrast, "contrast")]
    public void A_chosen_theme_stays(Theme theme, string mark)
    {
        new Appearance(preferences).Use(theme);

        var next = new Appearance(preferences);
        Assert.Equal((theme, mark), (next.Theme, next.ThemeMark));

        // wwwroot/boot.js reads it under this name.
        Assert.Equal(mark, preferences.Read("theme"));
    }

    [Fact]
    public void Going_back_to_the_device_leaves_no_mark()
    {
        var appearance = new Appearance(preferences);
        appearance.Use(Theme.Dark);
        appearance.Use(Theme.System);

        Assert.Null(appearance.ThemeMark);
        Assert.Equal("", preferences.Read("theme"));
    }

    [Fact]
    public void A_chosen_text_size_stays()
    {
        new Appearance(preferences).Use(150);

        Assert.Equal((150, "150"), (new Appearance(preferences).TextSize, new Appearance(preferences).TextMark));
        Assert.Equal("150", preferences.Read("text-size"));
    }

    [Fact]
    public void A_size_that_is_not_offered_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Appearance(preferences).Use(400));

    [Fact]
    public void Nonsense_in_the_preferences_is_nothing_chosen()
    {
        preferences.Write("theme", "<b>");
        preferences.Write("text-size", "9000");

        Assert.Equal((Theme.System, 100), (new Appearance(preferences).Theme, new Appearance(preferences).TextSize));
    }
}

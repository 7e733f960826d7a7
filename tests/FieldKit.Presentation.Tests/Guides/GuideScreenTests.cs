using FieldKit.Domain.Guides;
using FieldKit.Presentation.Guides;

namespace FieldKit.Presentation.Tests.Guides;

public sealed class GuideScreenTests
{
    private static readonly Guide Guide = new(
        "G01",
        new("De dag erna"),
        new("leerkracht"),
        new("praten"),
        [Part("een", 5), Part("twee", null), Part("drie", 10)],
        [],
        [],
        new(2026, 11, 20));

    [Theory]
    [InlineData(null)]
    [InlineData("weg")]
    public void No_or_unknown_part_is_the_first(string? part) => Assert.Equal("een", new GuideScreen(Guide, part).Part.Id);

    [Fact]
    public void Middle_part_leads_both_ways()
    {
        var screen = new GuideScreen(Guide, "twee");

        Assert.Equal(("/gesprek/G01/een", "/gesprek/G01/drie"), (screen.BackAddress, screen.NextAddress));
        Assert.Equal((2, 3), (screen.Number, screen.Count));
    }

    [Fact]
    public void Ends_lead_one_way()
    {
        Assert.Null(new GuideScreen(Guide, "een").BackAddress);
        Assert.Null(new GuideScreen(Guide, "drie").NextAddress);
    }

    [Fact]
    public void Minutes_add_up() => Assert.Equal(15, new GuideScreen(Guide, null).Minutes);

    [Fact]
    public void Reading_place_is_kept_without_opening_the_content()
    {
        var preferences = new RememberedPreferences();
        Assert.Null(LastGuide.Read(preferences));

        LastGuide.Keep(preferences, new(Guide, "twee"), "nl");

        Assert.Equal(new("/gesprek/G01/twee", "De dag erna", 2, 3), LastGuide.Read(preferences));
    }

    [Fact]
    public void Altered_reading_place_is_ignored()
    {
        var preferences = new RememberedPreferences();
        preferences.Write("last-guide", "//elders\nTitel\n1\n2");

        Assert.Null(LastGuide.Read(preferences));
    }

    private static GuidePart Part(string id, int? minutes) => new(id, "step", new(id), minutes, new("<p>tekst</p>"));
}

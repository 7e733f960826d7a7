using FieldKit.Domain.Guides;
using FieldKit.Presentation.Guides;

namespace FieldKit.Presentation.Tests.Guides;

public sealed class GuideSearchTests
{
    private static readonly Guide[] Guides =
    [
        new("G01", new("De dag erna", "The day after"), new("Docenten", "Teachers"), new("de klas", "the class"), [], [], [], new(2026, 11, 20)),
        new("G02", new("Contact op straat"), new("Boa’s"), new("eerst contact"), [], [], [], new(2026, 11, 20)),
    ];

    [Theory]
    [InlineData("", "G01 G02")]
    [InlineData("docent KLAS", "G01")]
    [InlineData("straat", "G02")]
    [InlineData("straat docent", "")]
    public void Finds_by_title_audience_and_purpose_in_any_order(string words, string ids) =>
        Assert.Equal(ids, string.Join(' ', GuideSearch.Find(Guides, words, new(new RememberedPreferences())).Select(guide => guide.Id)));

    [Fact]
    public void A_guide_says_in_which_languages_it_is() =>
        Assert.Equal([true, false], Guides.Select(guide => guide.IsIn("en")));
}

using FieldKit.Content.WritingHelp;

namespace FieldKit.Content.Tests.WritingHelp;

/// <summary>Who is asked too often waves every question away.</summary>
public sealed class FalseAlarmsTests
{
    [Theory]
    [InlineData("nl", 10_000)]
    [InlineData("en", 2_500)]
    public void Guides_own_neutral_prose_gives_few_questions(string language, int fewestWords)
    {
        var figure = FalseAlarms.In(PublishedAids.Bundle).Single(figure => figure.Language == language);
        Assert.True(figure.Words >= fewestWords, $"Only {figure.Words} words were read.");
        Assert.True(
            figure.In200Words <= FalseAlarms.MostIn200Words,
            $"{figure.Asked.Count} questions in {figure.Words} words: {figure.In200Words:0.00} in 200. `fieldkit content hints --words` shows about what.");
    }

    [Fact]
    public void A_text_full_of_judgements_is_far_above_the_bar()
    {
        var guide = PublishedAids.Bundle.Guides[0];
        var judging = guide with
        {
            Parts = [.. guide.Parts.Select(part => part with { Html = new("<p>Hij is steeds agressief.</p><p>Volgens mij is die moslim raar.</p>") })],
        };
        var figure = FalseAlarms.In(PublishedAids.Bundle with { Guides = [judging] }).Single(figure => figure.Language == "nl");
        Assert.True(figure.In200Words > 10 * FalseAlarms.MostIn200Words, $"{figure.In200Words:0.00}");
    }

    [Theory]
    [InlineData("avoid")]
    [InlineData("stop")]
    public void What_a_guide_quotes_as_wrong_and_its_emergency_list_do_not_count(string kind)
    {
        var guide = PublishedAids.Bundle.Guides[0];
        var part = guide.Parts[0] with { Kind = kind, Html = new("<p>Hij is steeds agressief.</p>") };
        var without = FalseAlarms.In(PublishedAids.Bundle with { Guides = [guide with { Parts = [] }] });
        var with = FalseAlarms.In(PublishedAids.Bundle with { Guides = [guide with { Parts = [part] }] });
        Assert.Equal(without.Select(figure => (figure.Words, figure.Asked.Count)), with.Select(figure => (figure.Words, figure.Asked.Count)));
    }
}

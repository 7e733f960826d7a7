using static FieldKit.Content.Tests.SmallContent;

namespace FieldKit.Content.Tests.Readability;

public sealed class ReadingRulesTests
{
    private const string Hard = "Desbetreffende overheidsfunctionarissen implementeren multidisciplinaire samenwerkingsverbanden. ";

    private const string HardEnglish = "Governmental organisations consistently facilitate multidisciplinary collaboration. ";

    [Fact]
    public void A_text_that_reads_hard_is_found_with_its_figure_the_bar_and_its_longest_sentences()
    {
        var error = new SmallContent().With(Guide, "Klaar.", string.Concat(Enumerable.Repeat(Hard, 20))).OnlyError();
        Assert.Equal((Guide, 1, "reading-level"), (error.File, error.Line, error.Rule));
        Assert.Contains("should reach 60", error.Message, StringComparison.Ordinal);
        Assert.Contains(Hard.Trim(), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void English_of_a_guide_is_measured_in_its_own_file()
    {
        var error = new SmallContent().With(English, "Done.", string.Concat(Enumerable.Repeat(HardEnglish, 20))).OnlyError();
        Assert.Equal((English, "reading-level"), (error.File, error.Rule));
    }

    [Fact]
    public void A_sentence_that_is_too_long_is_found() =>
        Assert.Equal(
            (Guide, "long-sentence"),
            Place(new SmallContent().With(Guide, "Klaar.", string.Concat(Enumerable.Repeat("Je mag hier zijn. ", 15)) + "En" + string.Concat(Enumerable.Repeat(" ga", 25)) + ".").OnlyError()));

    [Fact]
    public void The_bar_stands_in_one_file() =>
        Assert.Empty(new SmallContent()
            .With(Guide, "Klaar.", string.Concat(Enumerable.Repeat(Hard, 20)))
            .With(ReadingBars, "language: nl", "language: fr").Compile().Errors);

    [Fact]
    public void A_handful_of_words_is_not_judged() => Assert.Empty(new SmallContent().With(Guide, "Klaar.", Hard).Compile().Errors);

    [Fact]
    public void Figures_are_given_by_file_and_language()
    {
        var figures = new SmallContent().Compile().Figures;
        Assert.Contains(figures, figure => figure is { File: Guide, Language: "nl" });
        Assert.Contains(figures, figure => figure is { File: English, Language: "en" });
        Assert.Contains(figures, figure => figure is { File: Chart, Language: "en" });
    }

    private static (string File, string Rule) Place(ContentError error) => (error.File, error.Rule);
}

using FieldKit.Domain.WritingHelp;
using static FieldKit.Domain.Tests.WritingHelp.SampleAid;

namespace FieldKit.Domain.Tests.WritingHelp;

public sealed class HintFinderTests
{
    [Theory]
    [InlineData("Hij is STEEDS te laat.", HintKind.Time, "STEEDS")]
    [InlineData("Hij kwam de laatste\ntijd niet.", HintKind.Time, "de laatste\ntijd")]
    [InlineData("Hij deed agressiever dan toen.", HintKind.Interpretation, "agressiever")]
    [InlineData("Een moslim-jongen liep weg.", HintKind.Origin, "moslim-jongen")]
    [InlineData("Een vader met eén vlecht.", HintKind.Looks, "eén vlecht")]
    [InlineData("Een vader met e\u0301e\u0301n vlecht.", HintKind.Looks, "e\u0301e\u0301n vlecht")]
    public void Words_and_phrases_are_found_whatever_their_capitals_accents_and_line_breaks(string text, HintKind kind, string words) =>
        Assert.Equal([(kind, words)], Asked(text));

    [Theory]
    [InlineData("Hij kocht een bombrief-album.")]
    [InlineData("Hij draagt een baardje.")]
    [InlineData("Wij zagen volgens. Mij leek het goed.")]
    [InlineData("")]
    [InlineData(" \n\t")]
    public void Parts_of_other_words_ask_nothing(string text) => Assert.Empty(Asked(text));

    [Theory]
    [InlineData("Hij komt nooit meer.")]
    [InlineData("Hij lijkt op zijn broer.")]
    [InlineData("Hij fietst elke morgen langs.")]
    public void Exceptions_keep_their_own_rule_silent(string text) => Assert.Empty(Asked(text));

    [Fact]
    public void Exception_of_one_rule_leaves_others_alone() =>
        Assert.Equal([(HintKind.Urgency, "bom"), (HintKind.Time, "steeds")], Asked("Elke morgen steeds een bom."));

    [Fact]
    public void Urgency_comes_first_then_recruitment_then_the_order_of_the_text() =>
        Assert.Equal(
            [HintKind.Urgency, HintKind.Recruitment, HintKind.Looks, HintKind.Time],
            Finder.Find("Een baard. Steeds moest hij dit geheim houden. En een bom.", Facts).Select(hint => hint.Kind));

    [Fact]
    public void One_kind_asks_a_few_times_at_most()
    {
        var hints = Finder.Find(string.Concat(Enumerable.Repeat("Hij is steeds raar. ", 50)), Facts);
        Assert.Equal(HintFinder.MostOfOneKind, hints.Count(hint => hint.Kind == HintKind.Time));
        Assert.Equal(HintFinder.MostOfOneKind, hints.Count(hint => hint.Kind == HintKind.Interpretation));
    }

    [Theory]
    [InlineData("Zij riep: \"Ik word steeds raar aangekeken, ze zeggen dat.\"")]
    [InlineData("Zij riep: 'volgens mij doen die mensen raar'.")]
    [InlineData("Zij riep: ‘steeds weer’.")]
    [InlineData("Zij riep: „steeds weer”.")]
    [InlineData("Zij riep: «steeds weer».")]
    public void Literal_words_of_somebody_are_a_fact(string text) => Assert.Empty(Asked(text));

    [Theory]
    [InlineData("Zij riep: 'Moslims weg'.", HintKind.Origin, "Moslims")]
    [InlineData("Zij riep: 'Morgen neem ik hem mee'.", HintKind.Urgency, "Morgen")]
    [InlineData("Zij riep: 'autist'.", HintKind.Health, "autist")]
    public void Literal_words_that_may_harm_are_still_asked_about(string text, HintKind kind, string words) =>
        Assert.Equal([(kind, words)], Asked(text));

    [Fact]
    public void Looks_in_a_quote_have_a_question_of_their_own()
    {
        Assert.Equal(AskQuotedLooks, Assert.Single(Finder.Find("Hij zei: 'je baard'.", Facts)).Question);
        Assert.Equal(AskBehaviour, Assert.Single(Finder.Find("Hij zei iets over een baard.", Facts)).Question);
    }

    [Theory]
    [InlineData("'s Avonds liep hij steeds weg, 't was 's ochtends.")]
    [InlineData("Hij deed 'stoer en was steeds weg.")]
    [InlineData("Hij zei 'nee' en was steeds weg, 'ja'.")]
    [InlineData("Hij deed 'stoer\nen was steeds 'weg'.")]
    [InlineData("Foto's waren steeds weg en auto's ook.")]
    public void Apostrophes_and_single_marks_open_no_quote(string text) => Assert.Equal([(HintKind.Time, "steeds")], Asked(text));

    [Fact]
    public void Nothing_reassuring_written_is_asked_about_last()
    {
        var worried = Facts with { HasCounterSignal = false };
        var hints = Finder.Find("Op 3 mei kwam hij steeds te laat.", worried);
        Assert.Equal([HintKind.Time, HintKind.Balance], hints.Select(hint => hint.Kind));
        Assert.Equal((0, 0), (hints[1].Start, hints[1].Length));
        Assert.DoesNotContain(Finder.Find("Op 3 mei.", worried), hint => hint.Kind == HintKind.Balance);
        Assert.DoesNotContain(Finder.Find("Op 3 mei was hij vrolijk en lief.", worried with { Field = WritingField.Reassuring }), hint => hint.Kind == HintKind.Balance);
    }

    [Fact]
    public void Opinions_are_at_home_in_the_box_for_opinions() =>
        Assert.Empty(Asked("Volgens mij is hij bang.", Facts with { Field = WritingField.Impression }));

    [Fact]
    public void Names_are_at_home_on_the_page_for_names() =>
        Assert.Empty(Asked("Dit is Fatima, 06-12345678.", Facts with { Field = WritingField.Name }));

    [Fact]
    public void Signal_with_a_name_has_another_question_about_names()
    {
        Assert.Equal(AskNameAway, Assert.Single(Finder.Find("Ik sprak met Karel.", Facts)).Question);
        Assert.Equal(AskNameHere, Assert.Single(Finder.Find("Ik sprak met Karel.", Facts with { AdviceWithoutName = false })).Question);
    }
}

using FieldKit.Content.Readability;

namespace FieldKit.Content.Tests.Readability;

public sealed class ReadingEaseTests
{
    [Fact]
    public void Dutch_is_measured_as_Douma_did()
    {
        // 6 words, 9 syllables, 2 sentences: 206.84 − 0.77 × 150 − 0.93 × 3.
        var figure = ReadingEase.Measure("a.yaml", "nl", ["Ik bel mijn collega. Kom mee!"])!;
        Assert.Equal(6, figure.Words);
        Assert.Equal(206.84 - (0.77 * 100 * 8 / 6) - (0.93 * 3), figure.Ease, 3);
    }

    [Fact]
    public void English_is_measured_as_Flesch_did()
    {
        var figure = ReadingEase.Measure("a.yaml", "en", ["I call my teacher. Come with me!"])!;
        Assert.Equal(206.835 - (84.6 * 8 / 7) - (1.015 * 3.5), figure.Ease, 3);
    }

    [Fact]
    public void Headings_labels_numbers_and_addresses_count_for_nothing() =>
        Assert.Null(ReadingEase.Measure("a.yaml", "nl", ["Organisatieverantwoordelijkheid", "0900-8844", "112.", "info@example.org."]));

    [Fact]
    public void Numbers_and_addresses_inside_a_sentence_are_no_words() =>
        Assert.Equal(["Bel", "of", "mail", "na", "uur"], ReadingEase.Words("Bel 0800-2000 of mail info@voorbeeld.nl na 8.10 uur."));

    [Theory]
    [InlineData("Het is 8.10 uur. Wat nu? ‘Ga zitten.’ Klaar", 4)]
    [InlineData("Zeg: ‘Kom maar.’", 1)]
    [InlineData("Een kop\nEen zin.", 2)]
    public void Sentences_end_at_their_end_mark(string text, int sentences) => Assert.Equal(sentences, ReadingEase.Sentences(text).Count());

    [Fact]
    public void The_longest_sentences_come_first()
    {
        var figure = ReadingEase.Measure("a.yaml", "nl", ["Een twee. Een twee drie. Een. Een twee drie vier."])!;
        Assert.Equal(["Een twee drie vier.", "Een twee drie.", "Een twee."], figure.Longest);
    }

    [Fact]
    public void A_language_without_a_formula_is_not_measured() => Assert.Null(ReadingEase.Measure("a.yaml", "tr", ["Merhaba."]));
}

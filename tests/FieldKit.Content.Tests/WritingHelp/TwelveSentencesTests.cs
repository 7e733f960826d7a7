using FieldKit.Domain.WritingHelp;

namespace FieldKit.Content.Tests.WritingHelp;

/// <summary>The twelve test sentences of facts.md C8 on the published lists, to the word.</summary>
public sealed class TwelveSentencesTests
{
    private static readonly HintFinder Finder = new(PublishedAids.In("nl"));

    [Theory]
    [InlineData("Hij is steeds religieuzer en doet agressief.", "Time:steeds Origin:religieuzer Interpretation:agressief")]
    [InlineData("Op 3 maart riep hij in de kantine: 'ze verdienen het allemaal'.", "")]
    [InlineData("Draagt sinds kort een baard en een lang gewaad.", "Looks:baard Looks:lang gewaad")]
    [InlineData("Zijn zus belde 12 mei: hij slaapt niet thuis en verkoopt zijn spullen.", "Urgency:verkoopt zijn spullen")]
    [InlineData("Volgens de buurt is het een rechts-extremist.", "Hearsay:Volgens de buurt Interpretation:rechts-extremist")]
    [InlineData("Kaalgeschoren en legerkistjes.", "Looks:Kaalgeschoren Looks:legerkistjes")]
    [InlineData("Hij zei dat hij niet meer komt trainen omdat 'jullie mij toch niet snappen'.", "")]
    [InlineData("Moslimjongen uit 2B maakt zich los van vrienden.", "Origin:Moslimjongen")]
    [InlineData("Ik heb er geen goed gevoel bij.", "Opinion:geen goed gevoel")]
    [InlineData("Ze komt weer op tijd en heeft goede cijfers.", "")]
    [InlineData("Iemand bood hem €500 en een ticket, hij moest het geheim houden.", "Urgency:ticket Recruitment:geheim houden")]
    [InlineData("Hij bidt nu vijf keer per dag.", "Origin:bidt")]
    public void Each_asks_what_it_should_and_no_more(string sentence, string expected) =>
        Assert.Equal(expected, string.Join(' ', Finder.Find(sentence, new(WritingField.Facts, true, true)).Select(hint => $"{hint.Kind}:{sentence.Substring(hint.Start, hint.Length)}")));

    [Theory]
    [InlineData("Ik heb er geen goed gevoel bij.", "collega")]
    [InlineData("Hij bidt nu vijf keer per dag.", "op zichzelf geen signaal")]
    [InlineData("Kaalgeschoren en legerkistjes.", "Uiterlijk is geen signaal")]
    public void What_it_says_is_what_the_fact_base_asks(string sentence, string words) =>
        Assert.Contains(words, Finder.Find(sentence, new(WritingField.Facts, true, true))[0].Question, StringComparison.Ordinal);
}

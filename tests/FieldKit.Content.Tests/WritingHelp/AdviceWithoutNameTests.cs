using FieldKit.Domain.WritingHelp;

namespace FieldKit.Content.Tests.WritingHelp;

/// <summary>
/// In advice without a name, what could tell who somebody is gets a question, in any field but the page for names (facts.md C8, G4).
/// It warns and promises nothing: what is missed stands here too. Numbers, plates and names are made up.
/// </summary>
public sealed class AdviceWithoutNameTests
{
    private static readonly HintContext Advice = new(WritingField.Facts, AdviceWithoutName: true, HasCounterSignal: true);

    [Theory]
    [InlineData("nl", "Op 3 mei sprak ik met Youssef bij de ingang.", "Youssef")]
    [InlineData("nl", "Op 3 mei sprak ik met Sanne van den Heuvel.", "Sanne van den Heuvel")]
    [InlineData("nl", "Tjeerd kwam op 3 mei niet.", "Tjeerd")]
    [InlineData("nl", "Bel mevrouw El Amrani.", "El Amrani")]
    [InlineData("nl", "Zij belt met 06 12 34 56 78.", "06 12 34 56 78")]
    [InlineData("nl", "Zijn nummer is +31612345678.", "+31612345678")]
    [InlineData("nl", "De scooter heeft kenteken F-123-AB.", "F-123-AB")]
    [InlineData("nl", "Er reed een auto weg met 12-ABC-3.", "12-ABC-3")]
    [InlineData("nl", "Op Insta heet hij @wolf_88.", "@wolf_88")]
    [InlineData("nl", "Hij mailt vanaf wolf88@voorbeeld.nl.", "wolf88@voorbeeld.nl")]
    [InlineData("nl", "Zij woont Dorpsstraat 14b.", "Dorpsstraat 14b")]
    [InlineData("nl", "De postcode is 3511 AB.", "3511 AB")]
    [InlineData("nl", "Hij is van 12-05-2009.", "12-05-2009")]
    [InlineData("nl", "Zijn bsn is 111222333.", "111222333")]
    [InlineData("en", "On 3 May I spoke with Youssef at the door.", "Youssef")]
    [InlineData("en", "Call him on 06-12345678.", "06-12345678")]
    [InlineData("en", "The car has AB-12-CD.", "AB-12-CD")]
    [InlineData("en", "On Insta he is @wolf_88.", "@wolf_88")]
    [InlineData("en", "She lives at 12 High Street.", "12 High Street")]
    public void What_tells_who_somebody_is_gets_a_question(string language, string text, string words)
    {
        var hint = Assert.Single(Find(language, text, Advice), hint => hint.Kind == HintKind.Identity);
        Assert.Equal(words, text.Substring(hint.Start, hint.Length));
        Assert.Contains(language == "nl" ? "zonder naam" : "without a name", hint.Question, StringComparison.Ordinal);
        Assert.DoesNotContain("zonder naam", Find(language, text, Advice with { AdviceWithoutName = false }).Single(hint => hint.Kind == HintKind.Identity).Question, StringComparison.Ordinal);
        Assert.DoesNotContain(Find(language, text, Advice with { Field = WritingField.Name }), hint => hint.Kind == HintKind.Identity);
    }

    [Theory]
    [InlineData("youssef kwam op 3 mei niet.")]
    [InlineData("Tjibbe kwam op 3 mei niet.")]
    [InlineData("Op tiktok heet hij wolf88.")]
    [InlineData("De zoon van de bakker op de hoek.")]
    public void What_it_is_known_to_miss(string text) => Assert.DoesNotContain(Find("nl", text, Advice), hint => hint.Kind == HintKind.Identity);

    private static IReadOnlyList<Hint> Find(string language, string text, HintContext context) => new HintFinder(PublishedAids.In(language)).Find(text, context);
}

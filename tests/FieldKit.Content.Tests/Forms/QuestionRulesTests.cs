namespace FieldKit.Content.Tests.Forms;

/// <summary>What a form may never ask (facts.md G2).</summary>
public sealed class QuestionRulesTests
{
    private const string Words = """
        words:
          - {language: nl, instead: gedrag, words: [geloof*, kenteken]}
          - {language: en, instead: behaviour, words: [faith]}
        """;

    [Theory]
    [InlineData("label: {nl: Wat?, en: What?}", "label: {nl: Welk geloof?, en: What?}")]
    [InlineData("label: {nl: Wat?, en: What?}", "label: {nl: Wat?, en: Which faith?}")]
    [InlineData("label: {nl: Nee, en: No}", "label: {nl: Kenteken, en: No}")]
    [InlineData("label: {nl: Wat?, en: What?}", "label: {nl: De naam?, en: What?}")]
    [InlineData("label: {nl: Wat?, en: What?}", "label: {nl: Wat?, en: The name?}")]
    public void A_forbidden_question_is_found_wherever_it_is_asked(string old, string replacement)
    {
        var error = Assert.Single(Content().With(SmallContent.Form, old, replacement).Compile().Errors);
        Assert.Equal(("forbidden-question", SmallContent.Form), (error.Rule, error.File));
    }

    [Theory]
    [InlineData("kind: text\n", "kind: text\n        help: {nl: Geen geloof, en: No faith}\n")]
    [InlineData("label: {nl: Wat?, en: What?}\n        maximum_length: 100\n", "label: {nl: Naam?, en: Name?}\n        placement: name\n        maximum_length: 100\n")]
    public void Help_may_say_what_not_to_write_and_the_closed_page_may_ask_a_name(string old, string replacement) =>
        Assert.Empty(Content().With(SmallContent.Form, old, replacement).Compile().Errors);

    [Fact]
    public void The_closed_page_is_asked_only_of_who_chose_it()
    {
        var error = Assert.Single(Content()
            .With(SmallContent.Form, "maximum_length: 100\n        show_if:\n          - field: gevaar\n            in: [nee]", "maximum_length: 100\n        placement: name")
            .Compile().Errors);
        Assert.Equal("name-unasked", error.Rule);
    }

    private static SmallContent Content() => new SmallContent().WithFile(SmallContent.Questions, Words);
}

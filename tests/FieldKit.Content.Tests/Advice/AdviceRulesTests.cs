namespace FieldKit.Content.Tests.Advice;

public sealed class AdviceRulesTests
{
    private const string File = "advice/praten.yaml";

    private const string Good = """
        id: advies-praten
        guides: [G90]
        contacts: [T90]
        facts: [P01]
        title: {nl: Praten, en: Talk}
        text: {nl: 'Praat met […].', en: 'Talk to […].'}
        """;

    private const string OfDorp = """
        contacts:
          - id: T91
            name: {nl: Dorpsteam, en: Village team}
            purpose: {nl: Hulp, en: Help}
            phone: '030'
            municipality: dorp
            status: bevestigd
            bron: [P01]
            gecontroleerd_op: 2026-01-01
            vervalt_op: 2027-01-01
        """;

    [Fact]
    public void Good_advice_is_in_the_bundle()
    {
        var result = With(Good).Compile();
        Assert.True(result.Bundle is not null, string.Join('\n', result.Errors));

        var advice = Assert.Single(result.Bundle.Advice);
        Assert.Equal(["G90"], advice.Guides);
        Assert.Equal(["T90"], advice.Contacts);
        Assert.Equal("Talk to […].", advice.Text.In("en"));
    }

    [Theory]
    [InlineData("guides: [G90]", "guides: [G91]", "unknown-reference", 1)]
    [InlineData("contacts: [T90]", "contacts: [T91]", "unknown-reference", 1)]
    [InlineData("facts: [P01]", "facts: [P01]\nmunicipality: stad", "unknown-reference", 1)]
    [InlineData("guides: [G90]\ncontacts: [T90]\n", "", "advice-links", 1)]
    [InlineData("Praat met […].", "Praat met [...].", "advice-blank", 1)]
    [InlineData("Talk to […].", "Talk to them.", "advice-blank", 1)]
    [InlineData("facts: [P01]", "facts: []", "facts", 1)]
    [InlineData("id: advies-praten", "id: G90", "duplicate-id", 1)]
    [InlineData("contacts: [T90]", "contacts: [T91]", "advice-place", 1, true)]
    [InlineData("guides: [G90]", "gids: [G90]", "unknown-key", 2)]
    public void Spoiled_advice_is_found_with_its_rule(string old, string replacement, string rule, int line, bool hasContactOfDorp = false) =>
        Spoiled.IsFound(text => hasContactOfDorp ? With(text).WithFile("contacts/dorp.yaml", OfDorp) : With(text), Good, old, replacement, File, rule, line);

    private static SmallContent With(string text) => new SmallContent().WithFile(File, text);
}

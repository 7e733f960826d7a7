namespace FieldKit.Content.Tests.Starts;

public sealed class StartRulesTests
{
    private const string File = "start/zorg.yaml";

    private const string Good = """
        id: start-zorg
        roles: [zorg]
        facts: [P01]
        cards:
          - {flowchart: F90, municipality: dorp, title: {nl: Zorg, en: Care}, text: {nl: Stap, en: Step}}
          - {guide: G90, title: {nl: Praten, en: Talk}, text: {nl: Rustig, en: Calmly}}
          - {contact: T90, title: {nl: Bellen, en: Call}, text: {nl: Nu, en: Now}}
        """;

    [Fact]
    public void Good_start_is_in_the_bundle_with_what_holds_where()
    {
        var result = With(Good).Compile();
        Assert.True(result.Bundle is not null, string.Join('\n', result.Errors));

        var start = Assert.Single(result.Bundle.Starts);
        Assert.Equal(["F90", null, null], start.In("dorp").Select(step => step.Flowchart));
        Assert.Equal(["G90", null], start.In(null).Select(step => step.Guide));
    }

    [Theory]
    [InlineData("roles: [zorg]", "roles: [tovenaar]", "unknown-reference", 1)]
    [InlineData("roles: [zorg]", "roles: [zorg, zorg]", "start-role", 1)]
    [InlineData("flowchart: F90", "flowchart: F91", "unknown-reference", 5)]
    [InlineData("municipality: dorp", "municipality: stad", "unknown-reference", 5)]
    [InlineData("municipality: dorp, ", "", "start-place", 5)]
    [InlineData("guide: G90", "guide: G91", "unknown-reference", 6)]
    [InlineData("contact: T90", "contact: T91", "unknown-reference", 7)]
    [InlineData("contact: T90, ", "", "start-target", 7)]
    [InlineData("contact: T90, ", "contact: T90, guide: G90, ", "start-target", 7)]
    [InlineData("  - {contact: T90, title: {nl: Bellen, en: Call}, text: {nl: Nu, en: Now}}", "", "start-cards", 1)]
    [InlineData("facts: [P01]", "facts: []", "facts", 1)]
    [InlineData("id: start-zorg", "id: G90", "duplicate-id", 1)]
    [InlineData("roles: [zorg]", "rol: [zorg]", "unknown-key", 2)]
    public void Spoiled_start_is_found_with_its_rule(string old, string replacement, string rule, int line) =>
        Spoiled.IsFound(With, Good, old, replacement, File, rule, line);

    [Fact]
    public void More_than_three_cards_in_one_place_is_found()
    {
        const string More = "\n  - {guide: G90, municipality: dorp, title: {nl: Praten, en: Talk}, text: {nl: Rustig, en: Calmly}}";

        var error = With(Good + More).OnlyError();

        Assert.Equal("start-cards", error.Rule);
        Assert.Contains("4 cards in dorp", error.Message, StringComparison.Ordinal);
    }

    private static SmallContent With(string text) => new SmallContent().WithFile(File, text).WithRoles();
}

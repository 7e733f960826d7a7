namespace FieldKit.Content.Tests.Cases;

public sealed class CaseRulesTests
{
    private const string File = "cases/K90.yaml";

    private const string Good = """
        id: K90
        title: {nl: Titel}
        audience: {nl: Iedereen}
        purpose: {nl: Doel}
        municipality: dorp
        roles: [onderwijs]
        facts: [P01]
        updated: 2026-01-01
        story: {nl: 'Om negen uur komt {naam} binnen met {kenmerk}.'}
        mirrors:
          - {naam: Bas, kenmerk: {nl: een baard}}
          - {naam: Ismail, kenmerk: {nl: een hanenkam}}
        questions:
          - id: openen
            text: {nl: 'Wat vraag je aan {naam}?'}
            facts: [P01]
            options:
              - {label: {nl: Praten}, feedback: {nl: Goed.}, advised: true}
              - {label: {nl: Wachten}, feedback: {nl: Liever niet.}}
        learned: {nl: Praat.}
        route: {flowchart: F90, guides: [G90], contacts: [T90], signal: false}
        """;

    [Fact]
    public void Good_case_is_in_the_bundle()
    {
        var result = With(Good).Compile();
        Assert.True(result.Bundle is not null, string.Join('\n', result.Errors));
        var told = Assert.Single(result.Bundle.Cases);
        Assert.Equal("K90", told.Id);
        Assert.Equal("Om negen uur komt Ismail binnen met een hanenkam.", told.ToldWith(1).Story.In("nl"));
        Assert.Equal([true, false], told.Questions[0].Options.Select(option => option.Advised));
        Assert.Equal("F90", told.Route.Flowchart);
    }

    [Theory]
    [InlineData("  - {naam: Ismail, kenmerk: {nl: een hanenkam}}\n", "", "case-mirrors", 1)]
    [InlineData("{naam: Ismail, ", "{", "case-placeholder", 12)]
    [InlineData("{naam: Ismail, ", "{naam: Ismail, plaats: Hier, ", "case-placeholder", 12)]
    [InlineData("met {kenmerk}", "met {kenmerk} en {hoed}", "case-placeholder", 11)]
    [InlineData(", advised: true", "", "case-advised", 14)]
    [InlineData("      - {label: {nl: Wachten}, feedback: {nl: Liever niet.}}\n", "", "case-options", 14)]
    [InlineData("flowchart: F90, guides: [G90], contacts: [T90]", "guides: [G90]", "case-route", 21)]
    [InlineData("flowchart: F90", "flowchart: F91", "unknown-reference", 21)]
    [InlineData("guides: [G90]", "guides: [G91]", "unknown-reference", 21)]
    [InlineData("contacts: [T90]", "contacts: [T91]", "unknown-reference", 21)]
    [InlineData("municipality: dorp", "municipality: stad", "unknown-reference", 1)]
    [InlineData("title: {nl: Titel}", "title: {nl: 'De baard van {naam}'}", "case-placeholder", 1)]
    [InlineData("id: K90", "id: G90", "duplicate-id", 1)]
    [InlineData("title: {nl: Titel}", "title: {en: Title}", "dutch-missing", 2)]
    [InlineData("title: {nl: Titel}", "titel: {nl: Titel}", "unknown-key", 2)]
    public void Spoiled_case_is_found_with_its_rule(string old, string replacement, string rule, int line) =>
        Spoiled.IsFound(With, Good, old, replacement, File, rule, line);

    [Fact]
    public void Role_that_the_form_does_not_offer_is_found()
    {
        var error = With(Good).WithRoles().OnlyError();
        Assert.Equal((File, 1, "unknown-reference"), (error.File, error.Line, error.Rule));
        Assert.Contains("familie, zorg", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Case_without_questions_or_route_says_both()
    {
        var bare = Good[..Good.IndexOf("questions:", StringComparison.Ordinal)].Replace(" met {kenmerk}", "", StringComparison.Ordinal)
            .Replace(", kenmerk: {nl: een baard}", "", StringComparison.Ordinal)
            .Replace(", kenmerk: {nl: een hanenkam}", "", StringComparison.Ordinal) + "learned: {nl: Praat.}\n";
        var rules = With(bare).Compile().Errors.Where(error => error.File == File).Select(error => error.Rule);
        Assert.Equal(["case-question", "case-route"], rules);
    }

    [Fact]
    public void Second_question_with_the_same_id_is_found()
    {
        var second = """
              - id: openen
                text: {nl: 'En dan?'}
                facts: [P01]
                options:
                  - {label: {nl: Praten}, feedback: {nl: Goed.}, advised: true}
                  - {label: {nl: Wachten}, feedback: {nl: Liever niet.}}
            learned:
            """;
        var error = With(Good.Replace("learned:", second, StringComparison.Ordinal)).OnlyError();
        Assert.Equal((File, 20, "duplicate-id"), (error.File, error.Line, error.Rule));
    }

    [Theory]
    [InlineData("een hanenkam", "een boek")]
    [InlineData("een hanenkam", "een geloof")]
    public void Story_about_another_group_gives_the_same_kinds_of_hint(string old, string replacement)
    {
        const string Help = """
            language: nl
            facts: [P01]
            updated: 2026-01-01
            hints:
              - {id: uiterlijk, kind: looks, question: 'Is er gedrag?', words: [baard, hanenkam]}
              - {id: geloof, kind: origin, question: 'Is dit nodig?', words: [geloof]}
            mirrors:
              - [Een baard., Een hanenkam.]
            """;
        Assert.Empty(With(Good).WithFile("writing-help/nl.yaml", Help).Compile().Errors);
        var error = With(Good.Replace(old, replacement, StringComparison.Ordinal)).WithFile("writing-help/nl.yaml", Help).OnlyError();
        Assert.Equal((File, 12, "mirrored-groups"), (error.File, error.Line, error.Rule));
        Assert.Contains("story", error.Message, StringComparison.Ordinal);
    }

    private static SmallContent With(string text) => new SmallContent().WithFile(File, text);
}

using static FieldKit.Content.Tests.SmallContent;

namespace FieldKit.Content.Tests.Facts;

public sealed class FactRulesTests
{
    [Theory]
    [InlineData(Chart, "  - id: vraag\n    facts: [P01]", "  - id: vraag", "F90 vraag")]
    [InlineData(Chart, "facts: [P01]\nupdated", "updated", "F90")]
    [InlineData(Guide, "{#stop facts=\"J\"}", "{#stop}", "G90 stop")]
    [InlineData(Guide, "facts: [001 · Onderwijs]", "facts: []", "G90")]
    [InlineData(Municipality, "  - id: afgerond\n    facts: [B1]", "  - id: afgerond", "dorp afgerond")]
    [InlineData(Form, "facts: [G1]\ntitle", "title", "form")]
    [InlineData(Form, "      - id: wat\n        facts: [G1]", "      - id: wat", "form wat")]
    [InlineData(Contact, "bron: [P01]", "bron: []", "T90")]
    public void What_does_not_say_on_which_facts_it_rests_is_found(string file, string old, string replacement, string item) =>
        Assert.Contains(
            new SmallContent().With(file, old, replacement).Compile().Errors,
            error => error.File == file && error.Rule == "facts" && error.Message.StartsWith($"'{item}' does not say", StringComparison.Ordinal));

    [Fact]
    public void A_chain_step_without_facts_is_found() =>
        Assert.Contains(
            new SmallContent().With(Municipality, "stages:", "chain: [{id: weg, name: {nl: Weg}, what: {nl: Wat}}]\nstages:").Compile().Errors,
            error => error is { File: Municipality, Line: 5, Rule: "facts" });

    [Theory]
    [InlineData("P01", true)]
    [InlineData("P1", false)]
    [InlineData("P99", false)]
    [InlineData("A001", true)]
    [InlineData("A003", false)]
    [InlineData("B1.2", true)]
    [InlineData("B1.3", false)]
    [InlineData("B9", false)]
    [InlineData("F02", true)]
    [InlineData("F03", false)]
    [InlineData("J", true)]
    [InlineData("001", true)]
    [InlineData("001 · Onderwijs – Wat doen we al", true)]
    [InlineData("001 · Werk", false)]
    [InlineData("002 · Onderwijs", false)]
    public void An_id_is_in_the_fact_base_or_is_found(string id, bool known) =>
        Assert.Equal(
            !known,
            new SmallContent().With(Contact, "bron: [P01]", $"bron: ['{id}']").Compile().Errors.Any(error => error is { File: Contact, Line: 2, Rule: "facts" }));

    [Theory]
    [InlineData("- {id: A101, reason: Verouderd}", true)]
    [InlineData("- {id: A404, reason: Verouderd}", false)]
    [InlineData("- {id: P01, reason: Verouderd}", false)]
    [InlineData("- {id: A008, reason: Verouderd}", false)]
    public void A_row_that_is_not_carried_exists_and_is_nowhere_used(string line, bool right)
    {
        var content = new SmallContent().With(Contact, "    phone:", "    facts: [A008]\n    phone:").WithFile(NotCarried, line);
        Assert.Equal(!right, content.Compile().Errors.Any(error => error is { File: NotCarried, Line: 1, Rule: "not-carried" }));
    }

    [Theory]
    [InlineData(Rows)]
    [InlineData(Sections)]
    [InlineData(NotCarried)]
    public void A_missing_file_of_the_fact_base_is_found(string file) =>
        Assert.Contains(new SmallContent().Without(file).Compile().Errors, error => error.File == file && error.Rule == "no-file");

    [Fact]
    public void A_list_of_something_else_is_found() =>
        Assert.Contains(
            new SmallContent().WithFile(NotCarried, "- zomaar").Compile().Errors,
            error => error is { File: NotCarried, Rule: "wrong-value" });
}

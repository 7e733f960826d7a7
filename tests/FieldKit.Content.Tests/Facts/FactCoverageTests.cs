using static FieldKit.Content.Tests.SmallContent;

namespace FieldKit.Content.Tests.Facts;

public sealed class FactCoverageTests
{
    [Fact]
    public void A_row_is_carried_by_every_item_that_names_it()
    {
        var coverage = new SmallContent()
            .With(Guide, "facts: [001 · Onderwijs]", "facts: [A101]")
            .With(Guide, "{#eerst minutes=5 facts=\"J\"}", "{#eerst minutes=5 facts=\"A101 J\"}")
            .Compile().Coverage;
        Assert.Equal(["G90", "G90 eerst"], coverage.Rows.Single(row => row.Id == "A101").UsedBy);
    }

    [Fact]
    public void A_row_that_asks_for_content_and_has_neither_content_nor_a_reason_is_a_hole()
    {
        var coverage = new SmallContent()
            .With(Contact, "    phone:", "    facts: [A008]\n    phone:")
            .WithFile(NotCarried, "- {id: A101, reason: Verouderd}")
            .Compile().Coverage;
        Assert.Equal(["A002"], coverage.Holes.Select(row => row.Id));
        Assert.Equal("Verouderd", coverage.Rows.Single(row => row.Id == "A101").Reason);
    }
}

namespace FieldKit.Content.Tests.Municipalities;

public sealed class KeepingTests
{
    [Fact]
    public void Term_of_a_stage_comes_through_and_without_one_there_is_none()
    {
        var result = Written("afgerond", "keep_days: 28").Compile();

        Assert.Empty(result.Errors);
        Assert.Equal([null, 28], result.Bundle!.Municipalities.Single().Stages.Select(stage => stage.KeepDays));
    }

    [Theory]
    [InlineData("keep_days: 6")]
    [InlineData("keep_days: 0")]
    [InlineData("keep_days: 1831")]
    public void Term_out_of_bounds_is_found(string written) => Assert.Equal("keeping", Written("afgerond", written).OnlyError().Rule);

    [Theory]
    [InlineData("keep_days: 7")]
    [InlineData("keep_days: 1830")]
    public void Shortest_and_longest_term_are_taken(string written) => Assert.Empty(Written("afgerond", written).Compile().Errors);

    [Fact]
    public void Stage_in_which_nobody_has_read_a_signal_has_no_term() =>
        Assert.Equal("keeping", Written("ontvangen", "keep_days: 28").OnlyError().Rule);

    [Theory]
    [InlineData("keep_days: maand", "wrong-value")]
    [InlineData("keep_days: -28", "wrong-value")]
    [InlineData("keep_day: 28", "unknown-key")]
    public void Slip_of_the_pen_is_found(string written, string rule) => Assert.Equal(rule, Written("afgerond", written).OnlyError().Rule);

    [Fact]
    public void Every_municipality_clears_what_is_closed_and_says_that_the_term_is_a_proposal()
    {
        var published = ContentCompiler.Compile(RepositoryContent.Folder, new DateOnly(2026, 11, 22)).Bundle!;
        Assert.All(published.Municipalities, municipality =>
        {
            Assert.All(municipality.Stages.Where(stage => stage.Next.Count == 0), stage => Assert.NotNull(stage.KeepDays));
            Assert.All(municipality.Stages.Where(stage => stage.KeepDays is not null), stage => Assert.Equal(["J", "L"], stage.Facts!.TakeLast(2)));
        });
    }

    private static SmallContent Written(string stage, string line) =>
        new SmallContent().With(SmallContent.Municipality, $"- id: {stage}\n", $"- id: {stage}\n    {line}\n");
}

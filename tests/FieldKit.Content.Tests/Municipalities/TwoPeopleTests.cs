namespace FieldKit.Content.Tests.Municipalities;

/// <summary>Steps that two people decide about are written in the municipality's own chain.</summary>
public sealed class TwoPeopleTests
{
    [Fact]
    public void Step_for_two_comes_through_and_without_any_one_person_decides()
    {
        var result = Written("ontvangen", "two_people: [afgerond]").Compile();

        Assert.Empty(result.Errors);
        var stages = result.Bundle!.Municipalities.Single().Stages;
        Assert.True(stages[0].NeedsTwo("afgerond"));
        Assert.False(stages[0].NeedsTwo("ontvangen"));
        Assert.Null(stages[1].TwoPeople);
    }

    [Fact]
    public void Step_that_does_not_follow_is_found() =>
        Assert.Equal("two-people", Written("afgerond", "two_people: [ontvangen]").OnlyError().Rule);

    [Fact]
    public void Nijmegens_weighing_team_decides_by_two_and_no_other_municipality_has_such_a_stage()
    {
        var published = ContentCompiler.Compile(RepositoryContent.Folder, new DateOnly(2026, 11, 22)).Bundle!;

        // facts.md B3 names the weegploeg and its two outcomes; B1 and B2 name none, so none is drawn there.
        Assert.Equal(
            ["nijmegen weegploeg: advies casusoverleg"],
            from municipality in published.Municipalities
            from stage in municipality.Stages
            where stage.TwoPeople is not null
            select $"{municipality.Id} {stage.Id}: {string.Join(' ', stage.TwoPeople!)}");
    }

    private static SmallContent Written(string stage, string line) =>
        new SmallContent().With(SmallContent.Municipality, $"- id: {stage}\n", $"- id: {stage}\n    {line}\n");
}

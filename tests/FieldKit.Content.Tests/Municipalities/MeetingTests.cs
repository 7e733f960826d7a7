namespace FieldKit.Content.Tests.Municipalities;

/// <summary>Where people meet about signals is written in the municipality's own chain.</summary>
public sealed class MeetingTests
{
    [Fact]
    public void Meeting_comes_through_and_without_it_a_stage_is_none()
    {
        var result = new SmallContent().With(SmallContent.Municipality, "- id: ontvangen\n", "- id: ontvangen\n    meeting: true\n").Compile();

        Assert.Empty(result.Errors);
        Assert.Equal([true, false], result.Bundle!.Municipalities.Single().Stages.Take(2).Select(stage => stage.IsMeeting));
    }

    [Fact]
    public void Tables_are_those_that_the_sources_name()
    {
        var published = ContentCompiler.Compile(RepositoryContent.Folder, new DateOnly(2026, 11, 22)).Bundle!;

        // facts.md B1, B2 and B3: a weegploeg in Nijmegen alone; in Arnhem new signals are talked about each week.
        Assert.Equal(
            ["arnhem signalen-besproken", "arnhem casusoverleg", "nijmegen weegploeg", "nijmegen casusoverleg", "utrecht casusoverleg"],
            from municipality in published.Municipalities
            orderby municipality.Id
            from stage in municipality.Stages
            where stage.IsMeeting
            select $"{municipality.Id} {stage.Id}");
    }
}

namespace FieldKit.ReportingPoint.Tests.Fuzz;

/// <summary>A short run of `./bench fuzz`.</summary>
public sealed class FuzzTests
{
    private const int Inputs = 6_000;

    [Fact]
    public async Task Spoiled_messages_are_refused_or_taken_and_never_make_anything_fail()
    {
        using var point = new FuzzedPoint();
        await point.EnrolAsync();
        IReadOnlyList<FuzzTarget> targets = [.. FuzzedReaders.All(), .. await point.DoorsAsync()];

        var tallies = await new FuzzRun(seed: 20261123, targets).RunAsync(Inputs);

        // Time is judged by `./bench fuzz`, on a machine that does nothing else.
        var failures = tallies.SelectMany(tally => tally.Failures.Where(failure => !failure.Contains(" ms, each of ", StringComparison.Ordinal)).Select(failure => $"{tally.Name}: {failure}"));
        Assert.True(!failures.Any(), string.Join('\n', failures));
        Assert.Equal(Inputs, tallies.Sum(tally => tally.Inputs));
        Assert.All(tallies, tally => Assert.True(tally.Refused > tally.Inputs / 10, $"{tally.Name} refused {tally.Refused} of {tally.Inputs}"));
        Assert.Empty(point.Errors);
        Assert.True(await point.StillWorksAsync());
    }
}

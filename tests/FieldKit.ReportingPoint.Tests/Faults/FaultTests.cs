namespace FieldKit.ReportingPoint.Tests.Faults;

/// <summary>Everything goes wrong, by chance but always the same way for a seed. The long run is `./bench faults`.</summary>
public sealed class FaultTests
{
    private const int Trials = 300;

    /// <summary>A restored reporting point was never again offered what it had answered; whatever was about it was then refused.</summary>
    [Theory]
    [InlineData(20261122, 2, 13)]
    [InlineData(20261122, 3, 9)]
    public async Task Seeds_that_once_went_wrong(int seed, int episode, int trials)
    {
        var tally = new FaultTally();
        await new FaultRun(seed).RunAsync(episode, trials, tally);

        Assert.True(tally.Failures.Count == 0, string.Join('\n', tally.Failures));
    }

    [Fact]
    public async Task Whatever_goes_wrong_on_the_way_all_that_was_sealed_arrives_once_and_every_answer_is_read()
    {
        var tally = await new FaultRun(seed: 20261122).RunAsync(Trials);

        Assert.True(tally.Failures.Count == 0, string.Join('\n', tally.Failures));
        Assert.Equal((Trials, 0, 0), (tally.Trials, tally.Lost, tally.Doubled));
        Assert.True(tally is { Signals: > Trials, AnswersRead: > 0, RealKills: > 0 });
        Assert.All(tally.Faults, fault => Assert.True(fault.Value > 0, $"{fault.Key} never happened"));
    }
}

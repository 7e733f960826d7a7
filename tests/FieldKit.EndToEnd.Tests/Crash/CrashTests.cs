namespace FieldKit.EndToEnd.Tests.Crash;

/// <summary>The browser dies in the middle of anything. The long run is `./bench crash`.</summary>
[Collection(SiteCollection.Name)]
public sealed class CrashTests(SiteFixture fixture)
{
    private const int Kills = 8;

    [Fact]
    public async Task Killed_at_random_moments_Nothing_shown_as_saved_is_lost_and_no_signal_is_doubled()
    {
        var report = await new CrashRun(fixture.Playwright, seed: 20261122).RunAsync(Kills);

        Assert.Equal(Kills, report.Killed.Values.Sum());
        Assert.True(report is { Found: > 0, Signals: > 1 }, report.ToString());
    }
}

using FieldKit.ReportingPoint.Doorstep;
using FieldKit.TestKit;

namespace FieldKit.ReportingPoint.Tests.Doorstep;

public sealed class PaceTests
{
    private readonly ManualTimeProvider time = new();
    private readonly Pace<string> pace;

    public PaceTests() => pace = new(time, atOnce: 3, TimeSpan.FromSeconds(10));

    [Fact]
    public void So_many_go_at_once_and_the_next_is_told_how_long_to_wait()
    {
        Assert.Equal([null, null, null, TimeSpan.FromSeconds(10)], Ask(4));
        Assert.Null(pace.WaitOf("another"));
    }

    [Fact]
    public void Who_waits_as_long_as_told_goes_on_and_not_a_moment_earlier()
    {
        Ask(3);
        time.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal([TimeSpan.FromSeconds(1)], Ask(1));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([null, TimeSpan.FromSeconds(10)], Ask(2));
    }

    [Fact]
    public void Asking_too_early_does_not_make_the_wait_longer()
    {
        Ask(50);
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal([null], Ask(1));
    }

    [Fact]
    public void After_a_quiet_while_all_go_at_once_again_and_no_more()
    {
        Ask(3);
        time.Advance(TimeSpan.FromDays(1));
        Assert.Equal([null, null, null, TimeSpan.FromSeconds(10)], Ask(4));
    }

    [Fact]
    public void Setting_the_clock_changes_nothing()
    {
        Ask(3);
        time.SetClock(time.GetUtcNow().AddYears(10));
        Assert.Equal([TimeSpan.FromSeconds(10)], Ask(1));
    }

    [Fact]
    public void However_many_keys_pass_by_none_that_has_to_wait_is_forgotten()
    {
        for (var key = 0; key < 5_000; key++)
        {
            pace.WaitOf($"{key}");
        }

        time.Advance(TimeSpan.FromSeconds(10));
        Ask(3);
        for (var key = 5_000; key < 10_000; key++)
        {
            pace.WaitOf($"{key}");
        }

        Assert.Equal([TimeSpan.FromSeconds(10)], Ask(1));
    }

    private TimeSpan?[] Ask(int times) => [.. Enumerable.Range(0, times).Select(_ => pace.WaitOf("one"))];
}

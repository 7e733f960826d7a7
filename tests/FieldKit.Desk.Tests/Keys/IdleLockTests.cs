using FieldKit.Desk.Keys;
using FieldKit.Desk.Tests.Setting;

namespace FieldKit.Desk.Tests.Keys;

public sealed class IdleLockTests
{
    private readonly FakeClock clock = new();
    private readonly IdleLock idle;
    private int ranOut;

    public IdleLockTests()
    {
        idle = new(clock);
        idle.RanOut += () => ranOut++;
        idle.Start();
    }

    [Fact]
    public void Untouched_for_fifteen_minutes_runs_out_once()
    {
        clock.Advance(TimeSpan.FromMinutes(14.5));
        Assert.Equal(0, ranOut);
        clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(1, ranOut);
    }

    [Fact]
    public void A_touch_starts_the_time_again()
    {
        clock.Advance(TimeSpan.FromMinutes(14));
        idle.Touch();
        Assert.Equal(15, idle.MinutesLeft);
        clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(0, ranOut);
    }

    [Fact]
    public void A_touch_after_sleeping_past_the_end_locks_instead_of_extending()
    {
        clock.Sleep(TimeSpan.FromHours(8));
        idle.Touch();
        Assert.Equal(1, ranOut);
        Assert.Equal(0, idle.MinutesLeft);
    }

    [Fact]
    public void Stopped_it_never_runs_out()
    {
        idle.Stop();
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, ranOut);
    }
}

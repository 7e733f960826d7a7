namespace FieldKit.Desk.Tests.Setting;

/// <summary>A clock that moves only when told; its timers run then, in order of their time.</summary>
internal sealed class FakeClock : TimeProvider
{
    private readonly List<FakeTimer> timers = [];

    private DateTimeOffset now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Time passes and every timer runs on time.</summary>
    public void Advance(TimeSpan span)
    {
        var end = now + span;
        while (timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due) is { } next)
        {
            now = next.Due > now ? next.Due : now;
            next.Run();
        }

        now = end;
    }

    /// <summary>Time passes while no timer runs: a laptop asleep.</summary>
    public void Sleep(TimeSpan span) => now += span;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, callback, state, period) { Due = now + dueTime };
        timers.Add(timer);
        return timer;
    }

    private sealed class FakeTimer(FakeClock clock, TimerCallback callback, object? state, TimeSpan period) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public void Run()
        {
            Due += period;
            callback(state);
        }

        public bool Change(TimeSpan dueTime, TimeSpan newPeriod) => false;

        public void Dispose() => clock.timers.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

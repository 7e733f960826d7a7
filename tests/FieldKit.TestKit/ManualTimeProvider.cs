namespace FieldKit.TestKit;

/// <summary>
/// Time that moves when a test says so. Timers follow <see cref="Advance"/>; <see cref="SetClock"/> changes
/// only what the clock shows, as a person or a network does to a phone.
/// </summary>
public sealed class ManualTimeProvider(DateTimeOffset start) : TimeProvider
{
    private readonly Lock turn = new();
    private readonly List<ManualTimer> timers = [];
    private TimeSpan elapsed;
    private DateTimeOffset shown = start;

    public ManualTimeProvider()
        : this(new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero))
    {
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Until the first timer goes off; null when none waits.</summary>
    public TimeSpan? NextTimer
    {
        get
        {
            lock (turn)
            {
                return timers.Count == 0 ? null : timers.Min(timer => timer.Due) - elapsed;
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (turn)
        {
            return shown;
        }
    }

    public override long GetTimestamp()
    {
        lock (turn)
        {
            return elapsed.Ticks;
        }
    }

    public void SetClock(DateTimeOffset now)
    {
        lock (turn)
        {
            shown = now;
        }
    }

    /// <summary>Lets time pass; timers go off in order, each at its own moment.</summary>
    public void Advance(TimeSpan by)
    {
        TimeSpan end;
        lock (turn)
        {
            end = elapsed + by;
        }

        while (true)
        {
            ManualTimer? next;
            lock (turn)
            {
                next = timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
                var until = next?.Due ?? end;
                shown += until - elapsed;
                elapsed = until;
                if (next is null)
                {
                    return;
                }

                timers.Remove(next);
                next.Rearm(elapsed, timers);
            }

            next.Fire();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class ManualTimer(ManualTimeProvider owner, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan period;

        public TimeSpan Due { get; private set; }

        public void Fire() => callback(state);

        public void Rearm(TimeSpan now, List<ManualTimer> waiting)
        {
            if (period > TimeSpan.Zero)
            {
                Due = now + period;
                waiting.Add(this);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan newPeriod)
        {
            lock (owner.turn)
            {
                owner.timers.Remove(this);
                period = newPeriod;
                if (dueTime >= TimeSpan.Zero)
                {
                    Due = owner.elapsed + dueTime;
                    owner.timers.Add(this);
                }
            }

            return true;
        }

        public void Dispose()
        {
            lock (owner.turn)
            {
                owner.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}

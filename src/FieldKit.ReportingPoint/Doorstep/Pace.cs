namespace FieldKit.ReportingPoint.Doorstep;

/// <summary>
/// So many at once, and then one in each interval, for each key. Remembers one moment for each: when it will have been quiet
/// long enough to have all at once again (the generic cell rate algorithm, ITU-T I.371).
/// </summary>
internal sealed class Pace<TKey>(TimeProvider clock, int atOnce, TimeSpan interval)
    where TKey : notnull
{
    private const int FewKeys = 1024;

    private readonly Lock turn = new();
    private readonly Dictionary<TKey, TimeSpan> restored = [];
    private readonly long start = clock.GetTimestamp();
    private int clearAt = FewKeys;

    /// <returns>How long to wait; null when it may go on, which then counts.</returns>
    public TimeSpan? WaitOf(TKey key)
    {
        // A timestamp, not the clock: setting the clock changes nothing.
        var now = clock.GetElapsedTime(start);
        lock (turn)
        {
            var from = restored.TryGetValue(key, out var moment) && moment > now ? moment : now;
            var wait = from - now - (interval * (atOnce - 1));
            if (wait > TimeSpan.Zero)
            {
                return wait;
            }

            restored[key] = from + interval;
            Clear(now);
            return null;
        }
    }

    /// <summary>Keys that have all at once again need no remembering. Looked for only when there are twice as many as last time.</summary>
    private void Clear(TimeSpan now)
    {
        if (restored.Count < clearAt)
        {
            return;
        }

        foreach (var key in restored.Where(pair => pair.Value <= now).Select(pair => pair.Key).ToList())
        {
            restored.Remove(key);
        }

        clearAt = Math.Max(FewKeys, restored.Count * 2);
    }
}

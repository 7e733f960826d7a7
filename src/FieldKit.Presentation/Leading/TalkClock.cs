namespace FieldKit.Presentation.Leading;

/// <summary>
/// How long each part of a talk took so far. Counts by looking at the wall clock again and again, so that a reload
/// costs nothing; a gap longer than <see cref="Longest"/> means that the talk stood still, and is not counted.
/// </summary>
public sealed class TalkClock
{
    /// <summary>Longer than a reload or a look at another page, shorter than a break between two lessons.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, TimeSpan> spent;

    public TalkClock(DateTimeOffset seen, bool isPaused, IReadOnlyDictionary<string, TimeSpan> spent)
    {
        Seen = seen;
        IsPaused = isPaused;
        this.spent = new(spent, StringComparer.Ordinal);
    }

    /// <summary>When the clock was last looked at.</summary>
    public DateTimeOffset Seen { get; private set; }

    public bool IsPaused { get; private set; }

    public IReadOnlyDictionary<string, TimeSpan> Spent => spent;

    public TimeSpan On(string part) => spent.GetValueOrDefault(part);

    /// <summary>Adds the time since the last look to the part. A clock that was set back adds nothing.</summary>
    public void Look(string part, DateTimeOffset now)
    {
        var gap = now - Seen;
        Seen = now;
        if (gap > Longest)
        {
            IsPaused = true;
        }
        else if (!IsPaused && gap > TimeSpan.Zero)
        {
            spent[part] = On(part) + gap;
        }
    }

    public void Pause() => IsPaused = true;

    public void Run(DateTimeOffset now) => (IsPaused, Seen) = (false, now);
}

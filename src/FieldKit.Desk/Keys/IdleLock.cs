namespace FieldKit.Desk.Keys;

/// <summary>Runs out when nobody touches the desk for a while. A touch after that does not bring it back.</summary>
public sealed class IdleLock(TimeProvider clock) : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    // Short enough that a laptop that slept past its time locks soon after waking.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);

    private DateTimeOffset? deadline;
    private ITimer? timer;

    public event Action? RanOut;

    public event Action? Ticked;

    /// <summary>Whole minutes left, rounded up; 0 when not running.</summary>
    public int MinutesLeft =>
        deadline is { } end ? (int)Math.Ceiling(Math.Max(0, (end - clock.GetUtcNow()).TotalMinutes)) : 0;

    public void Start()
    {
        deadline = clock.GetUtcNow() + Patience;
        timer ??= clock.CreateTimer(_ => LookNow(), null, Look, Look);
    }

    public void Touch()
    {
        if (LookNow())
        {
            deadline = clock.GetUtcNow() + Patience;
        }
    }

    public void Stop()
    {
        deadline = null;
        timer?.Dispose();
        timer = null;
    }

    public void Dispose() => Stop();

    /// <returns>True while running.</returns>
    private bool LookNow()
    {
        if (deadline is not { } end)
        {
            return false;
        }

        if (clock.GetUtcNow() >= end)
        {
            Stop();
            RanOut?.Invoke();
            return false;
        }

        Ticked?.Invoke();
        return true;
    }
}

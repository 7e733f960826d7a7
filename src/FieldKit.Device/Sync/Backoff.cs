namespace FieldKit.Device.Sync;

/// <summary>
/// How long to wait after a failure: full jitter (a uniform draw below a doubling ceiling), so that devices
/// that lost the same connection do not come back together.
/// </summary>
/// <param name="draw">A number from 0 up to but not including 1.</param>
internal sealed class Backoff(Func<double> draw)
{
    public static readonly TimeSpan Floor = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan Ceiling = TimeSpan.FromMinutes(15);
    private int failures;

    public void Reset() => failures = 0;

    /// <summary>Below 1 s, 2 s, 4 s … and from the tenth failure on below 15 minutes.</summary>
    public TimeSpan Next()
    {
        var ceiling = Math.Min(Ceiling.TotalSeconds, Floor.TotalSeconds * Math.Pow(2, failures));
        failures = Math.Min(failures + 1, 16);
        return TimeSpan.FromSeconds(ceiling * draw());
    }

    /// <summary>Between five and fifteen minutes: the pause when nothing is the matter.</summary>
    public TimeSpan Quiet() => TimeSpan.FromMinutes(5 + (10 * draw()));
}

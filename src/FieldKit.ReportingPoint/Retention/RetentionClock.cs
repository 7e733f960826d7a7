namespace FieldKit.ReportingPoint.Retention;

/// <summary>
/// Counts terms, instead of the server's clock: it follows that clock by one step a run, and goes back with it at once. A clock
/// that is years ahead for a while makes signals go some days early at the worst, not all at once (docs/decisions/0015).
/// </summary>
internal static class RetentionClock
{
    public static readonly DateTimeOffset NotBegun = DateTimeOffset.UnixEpoch;

    /// <summary>More than the time between two runs, so that it catches up after the reporting point stood still.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromDays(1);

    public static DateTimeOffset Next(DateTimeOffset reached, DateTimeOffset now) =>
        reached == NotBegun || now < reached + Step ? now : reached + Step;
}

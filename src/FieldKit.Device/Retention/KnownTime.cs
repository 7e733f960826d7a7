namespace FieldKit.Device.Retention;

/// <summary>
/// What a device knows of time, when nobody can be believed alone (decision 0010). What passed is counted by the most cautious
/// clock, what happens now is dated by the latest: whichever of them is wrong, things go late, never early.
/// </summary>
/// <param name="Passed">It is certainly no earlier than this; null until that is known of any moment.</param>
/// <param name="Seen">What this device's clock showed, not yet borne out by anything.</param>
/// <param name="SeenIn">The start of the app in which it did.</param>
internal sealed record KnownTime(DateTimeOffset? Passed = null, DateTimeOffset? Seen = null, Guid SeenIn = default)
{
    /// <summary>Two looks so far apart are of two days.</summary>
    private static readonly TimeSpan AnotherDay = TimeSpan.FromHours(20);

    private static readonly TimeSpan Little = TimeSpan.FromHours(1);

    /// <summary>As good as the same, for what is counted in days.</summary>
    public bool IsCloseTo(KnownTime other) => this == other || (SeenIn == other.SeenIn && IsClose(Passed, other.Passed) && IsClose(Seen, other.Seen));

    private static bool IsClose(DateTimeOffset? one, DateTimeOffset? other) => one == other || (one - other)?.Duration() < Little;

    /// <summary>For dating what happens now.</summary>
    public DateTimeOffset Latest(DateTimeOffset clock) => Passed > clock ? Passed.Value : clock;

    /// <summary>
    /// The clock alone. What it showed counts once it shows something later, in another start and on another day; a clock that
    /// went back meanwhile was wrong before or is wrong now, and counts for nothing.
    /// </summary>
    public KnownTime Look(DateTimeOffset clock, Guid start) =>
        Seen is not { } seen || clock < seen ? this with { Seen = clock, SeenIn = start }
        : start != SeenIn && clock >= seen + AnotherDay ? new(Passed > seen ? Passed : seen, clock, start)
        : this;

    /// <summary>The reporting point spoke. What its clock and ours both say has passed; what only ours said so far, has not.</summary>
    public KnownTime Hear(DateTimeOffset clock, DateTimeOffset server, Guid start)
    {
        var both = clock < server ? clock : server;
        var before = Passed < server ? Passed : server;
        return new(Passed is not null && before > both ? before : both, both, start);
    }
}

namespace FieldKit.Device.Sync;

/// <summary>One run, or several on end that came to the same.</summary>
/// <param name="From">By the device's own clock, which may be wrong: then that is what is to be seen.</param>
/// <param name="Refusal">As in <see cref="SyncOutcome"/>.</param>
/// <param name="AskedToWait">The reporting point was reached, and busy.</param>
public sealed record SyncLogEntry(
    DateTimeOffset From, DateTimeOffset Until, int Times, SyncResult Result, int Received, int Quarantined, int Messages, string? Refusal, bool AskedToWait)
{
    internal static SyncLogEntry Of(SyncOutcome outcome, DateTimeOffset at) =>
        new(at, at, 1, outcome.Result, outcome.Received, outcome.Quarantined, outcome.Messages, outcome.Refusal, outcome.RetryAfter is not null);

    internal bool IsRepeatedBy(SyncLogEntry next) => !BringsSomething && !next.BringsSomething && (Result, Refusal, AskedToWait) == (next.Result, next.Refusal, next.AskedToWait);

    private bool BringsSomething => Received + Quarantined + Messages > 0;
}

namespace FieldKit.Device.Sync;

public enum SyncState
{
    /// <summary>Nothing to do until something happens.</summary>
    Idle,
    Sending,

    /// <summary>The last attempt did not reach the reporting point; <see cref="SyncStatus.WaitingUntil"/> says when the next is.</summary>
    Offline,

    /// <summary>Reached, but asked to wait or answered with something that cannot be trusted.</summary>
    WaitingUntil,
}

/// <param name="WaitingUntil">When the next attempt comes by itself; null while sending or not started.</param>
/// <param name="Last">What the last finished run brought; null before the first.</param>
/// <param name="Progress">While sending, once the queue was read.</param>
public sealed record SyncStatus(SyncState State, DateTimeOffset? WaitingUntil, SyncOutcome? Last, SyncProgress? Progress = null);

/// <param name="Sent">Received by the reporting point, with a receipt that was checked, since this run began.</param>
/// <param name="Of">Those, and what still waits.</param>
public sealed record SyncProgress(int Sent, int Of);

public enum SyncResult
{
    Done,

    /// <summary>There is no enrolment yet: nothing was sent.</summary>
    NotEnrolled,

    /// <summary>Another tab is at it.</summary>
    Elsewhere,

    /// <summary>Not reached, or a page that is not the reporting point's. Everything is still queued.</summary>
    Offline,

    /// <summary>The answer's receipt did not verify: nothing was marked received.</summary>
    ReceiptInvalid,

    /// <summary>The reporting point does not (or no longer) know this device; <see cref="SyncOutcome.Refusal"/> says which. Everything is still queued.</summary>
    Refused,

    /// <summary>The device itself could not go on (no room, its database closed). Nothing is lost; it is tried again later.</summary>
    Failed,
}

/// <param name="Refusal">A code of <see cref="Protocol.Refusals"/> with <see cref="SyncResult.Refused"/>.</param>
/// <param name="RetryAfter">How long the reporting point asked to wait.</param>
public sealed record SyncOutcome(
    SyncResult Result, int Received = 0, int Quarantined = 0, int Messages = 0, string? Refusal = null, TimeSpan? RetryAfter = null);

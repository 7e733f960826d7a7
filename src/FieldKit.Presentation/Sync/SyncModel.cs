using FieldKit.Device.Outbox;
using FieldKit.Device.Store;
using FieldKit.Device.Sync;
using FieldKit.Presentation.Content;
using FieldKit.Protocol;

namespace FieldKit.Presentation.Sync;

/// <summary>What waits and whether it can leave; keeps the sync loop going. Needs no PIN.</summary>
public sealed class SyncModel(SyncLoop loop, Outbox outbox, ContentShelf content, IConnection connection, TimeProvider time) : Observable
{
    private static readonly TimeSpan RestartPause = TimeSpan.FromMinutes(1);

    private bool started;
    private SyncOutcome? seen;

    /// <summary>Something of a signal moved: received, refused or answered.</summary>
    public event Action? Moved;

    /// <summary>Null until counted.</summary>
    public int? Waiting { get; private set; }

    public bool IsOnline => connection.IsOnline;

    public bool IsSending => loop.Status.State == SyncState.Sending;

    /// <summary>How far a queue of several is, from the first that was received; null for a single message.</summary>
    public SyncProgress? Progress => loop.Status.Progress is { Sent: > 0, Of: > 1 } progress ? progress : null;

    /// <summary>Text key of what stands in the way, or null.</summary>
    public string? Obstacle => loop.IsRevoked ? "sync.shut-out" : !IsOnline ? null : loop.Status.Last switch
    {
        { Result: SyncResult.Refused, Refusal: Refusals.DeviceRevoked or Refusals.NotEnrolled } => "sync.revoked",
        { Result: SyncResult.Refused, Refusal: Refusals.VersionUnsupported } => "sync.update-app",
        { Result: SyncResult.Refused, Refusal: SyncRefusals.ReportingPointOlder } => "sync.point-older",
        { Result: SyncResult.ReceiptInvalid } => "sync.receipt-unverified",
        { Result: SyncResult.Offline or SyncResult.Refused } when Waiting > 0 && Progress is null => "sync.retry",
        _ => null,
    };

    /// <summary>Counts what waits, then keeps syncing as long as the app lives. Later calls do nothing.</summary>
    public async Task StartAsync()
    {
        if (started)
        {
            return;
        }

        started = true;
        loop.Changed += LoopChanged;
        outbox.Changed += QueueChanged;
        connection.Changed += ConnectionChanged;
        connection.Resumed += LookAgain;
        await CountAsync();
        if (IsOnline)
        {
            _ = RefreshContentAsync();
        }

        await KeepSyncingAsync();
    }

    public void SendNow() => loop.Trigger();

    /// <summary>Another tab may have written, sealed, sent or read something meanwhile.</summary>
    public void LookAgain()
    {
        QueueChanged();
        SendNow();
    }

    private async Task KeepSyncingAsync()
    {
        while (true)
        {
            try
            {
                await loop.StartAsync(CancellationToken.None);
                return;
            }
            catch (Exception)
            {
                // The device's store can fail for a while (full, being cleared): what waits must still leave afterwards.
                await Task.Delay(RestartPause, time);
            }
        }
    }

    private async Task RefreshContentAsync()
    {
        try
        {
            await content.RefreshAsync();
        }
        catch (StaleRecordException)
        {
            // A screen, or another tab, kept the same content at the same moment.
        }
    }

    private void ConnectionChanged()
    {
        Changed();
        if (IsOnline)
        {
            SendNow();
            _ = RefreshContentAsync();
        }
    }

    private void QueueChanged()
    {
        _ = CountAsync();
        Moved?.Invoke();
    }

    private void LoopChanged()
    {
        Changed();
        if (loop.Status.Last is { } last && last != seen)
        {
            seen = last;
            if (last.Received + last.Quarantined + last.Messages > 0)
            {
                QueueChanged();
            }
        }
    }

    private async Task CountAsync()
    {
        Waiting = await outbox.WaitingCountAsync();
        Changed();
    }
}

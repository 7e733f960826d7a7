using DeviceSignals = FieldKit.Device.Outbox.Signals;

namespace FieldKit.Presentation.Sync;

/// <summary>How many answers came in that nobody read yet; shown on every page, locked or not.</summary>
public sealed class UnreadAnswers : Observable, IDisposable
{
    private readonly DeviceSignals signals;
    private readonly SyncModel sync;

    public UnreadAnswers(DeviceSignals signals, SyncModel sync)
    {
        (this.signals, this.sync) = (signals, sync);
        sync.Moved += CountAgain;
    }

    public int Count { get; private set; }

    public async Task CountAsync()
    {
        var count = await signals.UnreadAsync();
        if (count != Count)
        {
            Count = count;
            Changed();
        }
    }

    public void Dispose() => sync.Moved -= CountAgain;

    private void CountAgain() => _ = CountAsync();
}

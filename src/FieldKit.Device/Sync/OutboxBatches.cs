using System.Text.Json;
using FieldKit.Device.Outbox;
using FieldKit.Device.Store;
using FieldKit.Protocol;

namespace FieldKit.Device.Sync;

/// <param name="Version">Of the stored record, so that taking it off the queue needs no read.</param>
internal sealed record OutboxItem(RecordKey Key, long Version, QueuedEnvelope Envelope)
{
    public static OutboxItem Open(OpenedRecord record) =>
        new(record.Key, record.Version, JsonSerializer.Deserialize(record.Plaintext, DeviceJson.Default.QueuedEnvelope)!);
}

/// <summary>The queue in portions of at most <see cref="Limits.EnvelopesPerExchange"/> and <see cref="Limits.FrameBytes"/>, oldest id first.</summary>
internal sealed class OutboxBatches(IEnumerable<OpenedRecord> records)
{
    /// <summary>For the frame's own header, deflated.</summary>
    private const int HeaderReserve = 32 * 1024;

    private readonly LinkedList<OutboxItem> waiting = new(records.Select(OutboxItem.Open));
    private int limit = Limits.EnvelopesPerExchange;

    public bool IsEmpty => waiting.Count == 0;

    public IReadOnlyList<OutboxItem> Next()
    {
        var batch = new List<OutboxItem>();
        var room = Limits.FrameBytes - HeaderReserve;
        while (waiting.First is { } next && batch.Count < limit && next.Value.Envelope.Sealed.Length <= room)
        {
            batch.Add(next.Value);
            room -= next.Value.Envelope.Sealed.Length;
            waiting.RemoveFirst();
        }

        return batch;
    }

    /// <summary>Puts a batch that was too large back, to be sent in smaller ones.</summary>
    /// <returns>False when it was a single envelope.</returns>
    public bool TrySmaller(IReadOnlyList<OutboxItem> batch)
    {
        if (batch.Count == 1)
        {
            return false;
        }

        limit = batch.Count / 2;
        foreach (var item in batch.Reverse())
        {
            waiting.AddFirst(item);
        }

        return true;
    }
}

using System.Security.Cryptography;
using FieldKit.Device.Outbox;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;
using FieldKit.Protocol;

namespace FieldKit.Device.Sync;

/// <param name="Mark">The record that marks it as waiting.</param>
internal sealed record OutboxItem(RecordStamp Mark, QueuedEnvelope Envelope)
{
    private byte[]? digest;

    /// <summary>SHA-256 of the sealed bytes, computed once.</summary>
    public byte[] Digest => digest ??= SHA256.HashData(Envelope.Sealed);
}

/// <summary>The queue in portions of at most <see cref="Portion.Size"/> and <see cref="Limits.FrameBytes"/>, oldest id first.</summary>
/// <param name="marks">The records of the queue; the sealed signals are read a portion at a time.</param>
internal sealed class OutboxBatches(ISealedStore store, IEnumerable<RecordStamp> marks, Portion portion)
{
    /// <summary>For the frame's own header, deflated.</summary>
    private const int HeaderReserve = 32 * 1024;

    private readonly List<RecordStamp> waiting = [.. marks];

    public int Count => waiting.Count;

    public bool IsEmpty => waiting.Count == 0;

    /// <returns>What goes now, and the marks of what cannot: no longer here, or damaged.</returns>
    public async ValueTask<(IReadOnlyList<OutboxItem> Batch, IReadOnlyList<RecordStamp> Damaged)> NextAsync()
    {
        var next = waiting.Take(portion.Size).ToDictionary(mark => mark.Key.Id);
        if (next.Count == 0)
        {
            return ([], []);
        }

        var batch = new List<OutboxItem>(next.Count);
        var room = Limits.FrameBytes - HeaderReserve;
        foreach (var record in await store.ReadAllAsync(Outbox.Outbox.EnvelopesStoreName, [.. next.Keys], KeyTier.Device))
        {
            next.Remove(record.Key.Id, out var mark);
            var envelope = QueuedEnvelope.FromBytes(record.Plaintext);
            room -= envelope.Sealed.Length;
            if (room >= 0)
            {
                batch.Add(new(mark!, envelope));
            }
        }

        IReadOnlyList<RecordStamp> damaged = [.. next.Values];
        var taken = damaged.Concat(batch.Select(item => item.Mark)).ToHashSet();
        waiting.RemoveAll(taken.Contains);
        return (batch, damaged);
    }

    /// <summary>Puts a batch that was too large back, to be sent in smaller ones.</summary>
    /// <returns>False when it was a single envelope.</returns>
    public bool TrySmaller(IReadOnlyList<OutboxItem> batch)
    {
        if (batch.Count == 1)
        {
            return false;
        }

        portion.LimitTo(batch.Count / 2);
        waiting.InsertRange(0, batch.Select(item => item.Mark));
        return true;
    }
}

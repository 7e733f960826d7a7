using System.Text.Json;
using FieldKit.Device.Outbox;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;
using FieldKit.Protocol;

namespace FieldKit.Device.Sync;

/// <param name="Version">Of the stored record; 0 when not stored yet.</param>
internal sealed record StoredPosition(long Cursor, Guid? Instance, long Version);

/// <summary>What one answer changed on the device.</summary>
/// <param name="OfferedAgain">Received earlier, and back in the queue because the reporting point was restored.</param>
internal sealed record AppliedAnswer(StoredPosition Position, int Received, int Quarantined, int Messages, int OfferedAgain);

/// <summary>Writes a checked answer down: receipt, messages and position in one commit, all readable without the PIN.</summary>
internal sealed class AnswerRecords(ISealedStore store)
{
    public async ValueTask<AppliedAnswer> ApplyAsync(
        Guid device, StoredPosition position, IReadOnlyList<OutboxItem> batch, Frame<ExchangeResponse> answer, bool isRestored, IReadOnlySet<string> postponed)
    {
        var changes = new List<SealedChange>();
        var outcomes = AddOutcomes(changes, batch, answer.Header, isRestored, postponed);
        // A restored reporting point counts anew: its messages are asked for again from the beginning.
        var messages = isRestored ? 0 : await AddMessagesAsync(changes, answer);
        var offeredAgain = isRestored ? await AddOfferedAgainAsync(changes, device) : 0;
        var next = new SyncPosition(isRestored ? 0 : answer.Header.Cursor, answer.Header.Instance);
        var version = position.Version;
        if (next.Cursor != position.Cursor || next.Instance != position.Instance)
        {
            changes.Add(new(SyncPosition.Key, version++, KeyTier.Device, JsonSerializer.SerializeToUtf8Bytes(next, DeviceJson.Default.SyncPosition)));
        }

        if (changes.Count > 0)
        {
            await store.CommitAsync(changes);
        }

        return new(new(next.Cursor, next.Instance, version), outcomes.Received, outcomes.Quarantined, messages, offeredAgain);
    }

    /// <summary>Takes one envelope out of the way of the others; the sealed bytes are kept.</summary>
    public ValueTask QuarantineAsync(RecordStamp mark, DateTimeOffset at, string refusal) =>
        store.CommitAsync([TakeOff(mark), KeptReceipts.Add(new(at, null, [new(Guid.Parse(mark.Key.Id), null, refusal)]))]);

    private static (int Received, int Quarantined) AddOutcomes(
        List<SealedChange> changes, IReadOnlyList<OutboxItem> batch, ExchangeResponse answer, bool isRestored, IReadOnlySet<string> postponed)
    {
        // What was put off stays queued. So does what is about a signal that a restored reporting point is offered again first.
        var settled = batch.Zip(answer.Outcomes)
            .Where(pair => !postponed.Contains(pair.First.Mark.Key.Id) && !(isRestored && pair.Second.Refusal == Refusals.SignalUnknown))
            .ToList();
        if (settled.Count == 0)
        {
            return (0, 0);
        }

        changes.AddRange(settled.Select(pair => TakeOff(pair.First.Mark)));
        changes.Add(KeptReceipts.Add(new(answer.ServerTime, answer.Receipt, [.. settled.Select(pair => pair.Second)])));
        var received = settled.Count(pair => pair.Second.Refusal is null);
        return (received, settled.Count - received);
    }

    private static SealedChange TakeOff(RecordStamp mark) => new(mark.Key, mark.Version, KeyTier.Device, null);

    private async ValueTask<int> AddMessagesAsync(List<SealedChange> changes, Frame<ExchangeResponse> answer)
    {
        var added = 0;
        var seen = new HashSet<Guid>();
        foreach (var (header, body) in answer.Header.Messages.Zip(answer.Bodies))
        {
            var key = new RecordKey(InboundMessages.StoreName, header.Id.ToString("D"));
            if (seen.Add(header.Id) && await store.ReadAsync(key, KeyTier.Device) is null)
            {
                changes.Add(new(key, 0, KeyTier.Device, JsonSerializer.SerializeToUtf8Bytes(new(header, body), DeviceJson.Default.InboundMessage)));
                added++;
            }
        }

        return added;
    }

    private async ValueTask<int> AddOfferedAgainAsync(List<SealedChange> changes, Guid device)
    {
        // What an earlier enrolment sealed is bound to that one: nobody would take it from this.
        var ours = (await store.ListAsync(Outbox.Outbox.EnvelopesStoreName, KeyTier.Device))
            .Select(record => QueuedEnvelope.FromBytes(record.Plaintext))
            .Where(envelope => envelope.Device == device)
            .Select(envelope => envelope.Header.Id)
            .ToHashSet();
        var receipts = await KeptReceipts.ListAsync(store);
        var again = receipts.SelectMany(kept => kept.Receipt.Outcomes)
            .Where(outcome => outcome.Refusal is null && ours.Contains(outcome.Id))
            .Select(outcome => outcome.Id)
            .ToHashSet();
        changes.AddRange(again.Select(id => Outbox.Outbox.Mark(id)));
        changes.AddRange(receipts
            .Where(kept => kept.Receipt.Outcomes.Any(outcome => again.Contains(outcome.Id)))
            .Select(kept => KeptReceipts.Without(kept.Record, kept.Receipt, again)));
        return again.Count;
    }
}

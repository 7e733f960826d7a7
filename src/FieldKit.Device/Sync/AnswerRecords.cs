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

/// <summary>Writes a checked answer down: receipts, messages and position in one commit, all readable without the PIN.</summary>
internal sealed class AnswerRecords(ISealedStore store)
{
    public async ValueTask<AppliedAnswer> ApplyAsync(
        Guid device, StoredPosition position, IReadOnlyList<OutboxItem> batch, Frame<ExchangeResponse> answer, bool isRestored)
    {
        var changes = new List<SealedChange>();
        var outcomes = AddOutcomes(changes, batch, answer.Header);
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
    public ValueTask QuarantineAsync(OutboxItem item, DateTimeOffset at, string refusal) =>
        store.CommitAsync(Settle(item, new(null, at, refusal, item.Envelope)));

    private static (int Received, int Quarantined) AddOutcomes(
        List<SealedChange> changes, IReadOnlyList<OutboxItem> batch, ExchangeResponse answer)
    {
        var (received, quarantined) = (0, 0);
        foreach (var (item, outcome) in batch.Zip(answer.Outcomes))
        {
            if (outcome.Refusal == Refusals.TooMany)
            {
                // Not now is not never: it stays queued.
                continue;
            }

            changes.AddRange(Settle(item, new(outcome.Sequence, answer.ServerTime, outcome.Refusal, item.Envelope)));
            received += outcome.Refusal is null ? 1 : 0;
            quarantined += outcome.Refusal is null ? 0 : 1;
        }

        return (received, quarantined);
    }

    private static SealedChange[] Settle(OutboxItem item, EnvelopeReceipt receipt) =>
    [
        new(item.Key, item.Version, KeyTier.Device, null),
        new(new(Signals.ReceiptsStoreName, item.Key.Id), 0, KeyTier.Device, JsonSerializer.SerializeToUtf8Bytes(receipt, DeviceJson.Default.EnvelopeReceipt)),
    ];

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
        var count = 0;
        foreach (var record in await store.ListAsync(Signals.ReceiptsStoreName, KeyTier.Device))
        {
            var receipt = JsonSerializer.Deserialize(record.Plaintext, DeviceJson.Default.EnvelopeReceipt)!;
            // What an earlier enrolment sealed is bound to that one: nobody would take it from this.
            if (receipt is { Refusal: null, Envelope: { } envelope } && envelope.Device == device)
            {
                changes.Add(new(record.Key, record.Version, KeyTier.Device, null));
                changes.Add(new(new(Outbox.Outbox.StoreName, record.Key.Id), 0, KeyTier.Device, JsonSerializer.SerializeToUtf8Bytes(envelope, DeviceJson.Default.QueuedEnvelope)));
                count++;
            }
        }

        return count;
    }
}

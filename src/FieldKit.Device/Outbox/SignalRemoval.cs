using System.Text.Json;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;

namespace FieldKit.Device.Outbox;

/// <summary>The readable copies that were removed, held in memory to bring them back.</summary>
public sealed class RemovedSignal
{
    internal RemovedSignal(IReadOnlyList<(OpenedRecord Record, KeyTier Tier)> records) => Records = records;

    internal IReadOnlyList<(OpenedRecord Record, KeyTier Tier)> Records { get; }
}

/// <summary>
/// Removes the readable copy of a signal from this device, with its answers and follow-ups. What is sealed stays in the
/// queue until it is delivered, and what the reporting point has it keeps.
/// </summary>
public sealed class SignalRemoval(ISealedStore store)
{
    /// <exception cref="VaultLockedException"></exception>
    /// <exception cref="StaleRecordException">Something about it changed at this moment: nothing was removed.</exception>
    public async ValueTask<RemovedSignal> RemoveAsync(Guid id)
    {
        var records = new List<OpenedRecord>();
        foreach (var key in new[] { new RecordKey(Signals.StoreName, id.ToString("D")), FollowUps.DraftKey(id, false), FollowUps.DraftKey(id, true) })
        {
            if (await store.ReadAsync(key, KeyTier.Vault) is { } record)
            {
                records.Add(record);
            }
        }

        records.AddRange(await AboutAsync(about => about == id));
        List<(OpenedRecord Record, KeyTier Tier)> removed = [.. records.Select(record => (record, KeyTier.Vault))];
        if (await store.ReadAsync(FadedSignal.Key(id), KeyTier.Device) is { } faded)
        {
            removed.Add((faded, KeyTier.Device));
        }

        await store.CommitAsync(Deletions(removed.Select(pair => pair.Record)));
        return new(removed);
    }

    /// <summary>As it was. What came back by itself meanwhile stays.</summary>
    public async ValueTask RestoreAsync(RemovedSignal removed)
    {
        foreach (var (record, tier) in removed.Records)
        {
            try
            {
                await store.CommitAsync([new(record.Key, 0, tier, record.Plaintext)]);
            }
            catch (StaleRecordException)
            {
                // It is there already.
            }
        }
    }

    /// <summary>Clears what came in about signals that were removed: nobody can find it any more.</summary>
    public async ValueTask ClearOrphansAsync()
    {
        RecordStamp[] stamps = [.. await store.ListStampsAsync(Signals.StoreName), .. await store.ListStampsAsync(DeviceStores.Faded)];
        var here = stamps.Select(stamp => stamp.Key.Id).ToHashSet();
        var orphans = await AboutAsync(about => !here.Contains(about.ToString("D")));
        if (orphans.Count > 0)
        {
            try
            {
                await store.CommitAsync(Deletions(orphans));
            }
            catch (StaleRecordException)
            {
                // Another tab does the same.
            }
        }
    }

    private static IReadOnlyList<SealedChange> Deletions(IEnumerable<OpenedRecord> records) =>
        [.. records.Select(record => new SealedChange(record.Key, record.Version, KeyTier.Vault, null))];

    private async ValueTask<List<OpenedRecord>> AboutAsync(Func<Guid, bool> belongs)
    {
        var answers = await store.ListAsync(Signals.AnswersStoreName, KeyTier.Vault);
        var followUps = await store.ListAsync(FollowUps.StoreName, KeyTier.Vault);
        return
        [
            .. answers.Where(record => belongs(JsonSerializer.Deserialize(record.Plaintext, DeviceJson.Default.ReadableAnswer)!.Document.About)),
            .. followUps.Where(record => belongs(JsonSerializer.Deserialize(record.Plaintext, DeviceJson.Default.ReadableFollowUp)!.Document.About)),
        ];
    }
}

using System.Text.Json;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;

namespace FieldKit.Device.Sync;

/// <summary>
/// What became of the last runs, so that somebody who is called for help can see why something still waits: moments, outcomes and
/// numbers; no word of what was written, and no id. It leaves the device only when its owner reads it out or copies it. *Wissen* leaves it: what is sealed is sent afterwards too.
/// </summary>
public sealed class SyncLog(ISealedStore store, TimeProvider time)
{
    public const int MostEntries = 50;
    private static readonly RecordKey Key = new(DeviceStores.SyncLog, "runs");

    /// <returns>The newest last.</returns>
    public async ValueTask<IReadOnlyList<SyncLogEntry>> ReadAsync() => (await OpenAsync()).Entries;

    /// <summary>The same outcome again, with nothing sent or fetched, is the same entry with a later end.</summary>
    public async ValueTask NoteAsync(SyncOutcome outcome)
    {
        if (outcome.Result is SyncResult.Elsewhere or SyncResult.NotEnrolled)
        {
            return;
        }

        try
        {
            var (entries, version) = await OpenAsync();
            var entry = SyncLogEntry.Of(outcome, time.GetUtcNow());
            SyncLogEntry[] kept = entries is [.. var earlier, var last] && last.IsRepeatedBy(entry)
                ? [.. earlier, last with { Until = entry.Until, Times = last.Times + 1 }]
                : [.. entries.TakeLast(MostEntries - 1), entry];
            await store.CommitAsync([new(Key, version, KeyTier.Device, JsonSerializer.SerializeToUtf8Bytes(kept, DeviceJson.Default.SyncLogEntryArray))]);
        }
        catch (Exception failure) when (failure is StaleRecordException or StoreFullException)
        {
            // A line less. Signals come before notes about them.
        }
    }

    private async ValueTask<(SyncLogEntry[] Entries, long Version)> OpenAsync() => await store.ReadAsync(Key, KeyTier.Device) is { } record
        ? (JsonSerializer.Deserialize(record.Plaintext, DeviceJson.Default.SyncLogEntryArray)!, record.Version)
        : ([], 0);
}

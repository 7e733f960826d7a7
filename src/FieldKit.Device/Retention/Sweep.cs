using System.Text.Json;
using FieldKit.Device.Content;
using FieldKit.Device.Outbox;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;
using FieldKit.Domain.Municipalities;

namespace FieldKit.Device.Retention;

/// <summary>
/// Clears what has lain on this device for as long as the municipality's policy allows: texts of delivered signals, and drafts
/// whose writer was told. What is sealed and not delivered is never touched. Needs no PIN; runs again and again, in any tab.
/// </summary>
public sealed class Sweep(ISealedStore store, IDeviceKeys keys, PolicyInForce policy, TimeProvider time)
{
    private const int MostTries = 3;

    private readonly Guid start = Guid.NewGuid();
    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>Something went.</summary>
    public event Action? Swept;

    /// <param name="heard">The reporting point's clock, when it spoke just now.</param>
    /// <returns>Something went.</returns>
    public async ValueTask<bool> RunAsync(DateTimeOffset? heard = null)
    {
        await one.WaitAsync();
        try
        {
            for (var tries = 1; ; tries++)
            {
                try
                {
                    return Tell(await RunInTurnAsync(heard));
                }
                catch (Exception failure) when (failure is StaleRecordException or VaultLockedException && tries < MostTries)
                {
                    // Somebody wrote at this moment, another tab sweeps, or the vault was shut: look again.
                }
            }
        }
        catch (Exception failure) when (failure is StaleRecordException or VaultLockedException)
        {
            // The next run sees how things stand then.
            return false;
        }
        finally
        {
            one.Release();
        }
    }

    private bool Tell(bool went)
    {
        if (went)
        {
            Swept?.Invoke();
        }

        return went;
    }

    private async ValueTask<bool> RunInTurnAsync(DateTimeOffset? heard)
    {
        var before = await Ledger.ReadAsync(store);
        var clock = time.GetUtcNow();
        var known = heard is { } server ? before.Time.Hear(clock, server, start) : before.Time.Look(clock, start);
        var now = known.Latest(clock);
        var entries = await new LedgerLook(store, keys.IsOpen, before, now).EntriesAsync();
        var due = await DueAsync(known.Passed, entries);
        var (blanked, blanking) = await BlankAsync(due.Answers);
        var gone = due.Gone.ToHashSet();
        var after = before with { Time = known, Ran = now, Entries = [.. entries.Where(entry => !gone.Contains(entry)).Select(entry => blanked.GetValueOrDefault(entry, entry))] };
        List<SealedChange> changes = [.. due.Changes, .. blanking];
        if (changes.Count > 0 || !before.SaysTheSame(after))
        {
            changes.Add(after.Change());
            await store.CommitAsync(changes);
        }

        return changes.Count > 1;
    }

    private async ValueTask<DueRecords> DueAsync(DateTimeOffset? passed, IReadOnlyList<KeptEntry> entries)
    {
        // Content is read only when there is something to judge by it.
        var isNothingDue = passed is null || entries.Count == 0;
        var due = new DueRecords(isNothingDue ? DevicePolicy.Default : await policy.CurrentAsync(), passed);
        if (!isNothingDue)
        {
            var waiting = (await store.ListStampsAsync(DeviceStores.Outbox)).Select(stamp => stamp.Key.Id).ToHashSet(StringComparer.Ordinal);
            var faded = (await store.ListStampsAsync(DeviceStores.Faded)).ToDictionary(stamp => stamp.Key.Id, stamp => stamp.Version, StringComparer.Ordinal);
            due.Find(entries, await KeptReceipts.BySignalAsync(store), waiting, faded);
        }

        return due;
    }

    /// <summary>Takes the words out of answers that were read long enough ago; which stage they told of stays. Only with the vault open.</summary>
    private async ValueTask<(Dictionary<KeptEntry, KeptEntry> Entries, IReadOnlyList<SealedChange> Changes)> BlankAsync(IReadOnlyList<KeptEntry> answers)
    {
        var entries = new Dictionary<KeptEntry, KeptEntry>();
        var changes = new List<SealedChange>();
        if (answers.Count > 0 && keys.IsOpen)
        {
            var opened = (await store.ListAsync(DeviceStores.Answers, KeyTier.Vault)).ToDictionary(record => record.Key.Id, StringComparer.Ordinal);
            foreach (var entry in answers.Where(entry => opened.TryGetValue(entry.Id, out var record) && record.Version == entry.Version))
            {
                var answer = JsonSerializer.Deserialize(opened[entry.Id].Plaintext, DeviceJson.Default.ReadableAnswer)!;
                var blank = answer with { Document = answer.Document with { Text = null } };
                changes.Add(new(new(entry.Store, entry.Id), entry.Version, KeyTier.Vault, JsonSerializer.SerializeToUtf8Bytes(blank, DeviceJson.Default.ReadableAnswer)));
                entries.Add(entry, entry with { Version = entry.Version + 1, Blank = true });
            }
        }

        return (entries, changes);
    }
}

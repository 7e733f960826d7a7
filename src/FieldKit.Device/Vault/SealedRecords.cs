using System.Text;
using FieldKit.Crypto;
using FieldKit.Device.Store;

namespace FieldKit.Device.Vault;

/// <summary>The sealed store composed from its two halves, for native hosts.</summary>
public sealed class SealedRecords(IRecordStore store, IDeviceKeys keys) : ISealedStore
{
    public async ValueTask<OpenedRecord?> ReadAsync(RecordKey key, KeyTier tier)
    {
        Require(tier);
        return await store.ReadAsync(key) is { } record ? await OpenAsync(record, tier) : null;
    }

    public async ValueTask<IReadOnlyList<OpenedRecord>> ReadAllAsync(string storeName, IReadOnlyList<string> ids, KeyTier tier)
    {
        Require(tier);
        return await OpenAllAsync(await store.ReadAllAsync(storeName, ids), tier);
    }

    public async ValueTask<IReadOnlyList<OpenedRecord>> ListAsync(string storeName, KeyTier tier)
    {
        Require(tier);
        return await OpenAllAsync(await store.ListAsync(storeName), tier);
    }

    public ValueTask<int> CountAsync(string storeName) => store.CountAsync(storeName);

    public async ValueTask<IReadOnlyList<RecordStamp>> ListStampsAsync(string storeName) =>
        [.. (await store.ListAsync(storeName)).Select(record => new RecordStamp(record.Key, record.Version))];

    public async ValueTask CommitAsync(IReadOnlyList<SealedChange> changes)
    {
        var encrypted = new List<RecordChange>(changes.Count);
        foreach (var change in changes)
        {
            var bytes = change.Plaintext is null
                ? null
                : await keys.EncryptAsync(change.Tier, change.Plaintext, AssociatedData(change.Key, change.ExpectedVersion + 1));
            encrypted.Add(new(change.Key, change.ExpectedVersion, bytes));
        }

        await store.CommitAsync(encrypted);
    }

    /// <summary>Binds a ciphertext to its place and version, so that one record cannot stand in for another or for its past.</summary>
    public static byte[] AssociatedData(RecordKey key, long version) =>
        Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{key.Store}\n{key.Id}\n{version}"));

    private void Require(KeyTier tier)
    {
        if (tier == KeyTier.Vault && !keys.IsOpen)
        {
            throw new VaultLockedException();
        }
    }

    private async ValueTask<IReadOnlyList<OpenedRecord>> OpenAllAsync(IReadOnlyList<StoredRecord> stored, KeyTier tier)
    {
        var opened = new List<OpenedRecord>(stored.Count);
        foreach (var record in stored)
        {
            try
            {
                opened.Add(await OpenAsync(record, tier));
            }
            catch (SealBrokenException)
            {
                // One damaged record does not take the others along.
            }
        }

        return opened;
    }

    private async ValueTask<OpenedRecord> OpenAsync(StoredRecord record, KeyTier tier) =>
        new(record.Key, record.Version, await keys.DecryptAsync(tier, record.Bytes, AssociatedData(record.Key, record.Version)));
}

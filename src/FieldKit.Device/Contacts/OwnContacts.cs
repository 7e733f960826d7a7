using System.Text.Json;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;

namespace FieldKit.Device.Contacts;

/// <summary>The user's own numbers, in the vault. What is in them needs the vault open, and throws <see cref="VaultLockedException"/> otherwise.</summary>
public sealed class OwnContacts(ISealedStore store, TimeProvider time)
{
    internal const string StoreName = DeviceStores.OwnContacts;
    internal const string UnfinishedStoreName = DeviceStores.UnfinishedContacts;

    /// <summary>For one that fills no place in the content.</summary>
    public string NewId() => Guid.CreateVersion7(time.GetUtcNow()).ToString("D");

    /// <summary>Works while locked.</summary>
    public ValueTask<int> CountAsync() => store.CountAsync(StoreName);

    /// <summary>In the order of their names.</summary>
    public async ValueTask<IReadOnlyList<OwnContact>> ListAsync() =>
        [.. (await store.ListAsync(StoreName, KeyTier.Vault)).Select(Open).OrderBy(contact => contact.Name, StringComparer.CurrentCultureIgnoreCase)];

    /// <returns>Null when there is none (any more).</returns>
    public async ValueTask<OwnContact?> ReadAsync(string id) =>
        await store.ReadAsync(Key(id), KeyTier.Vault) is { } record ? Open(record) : null;

    /// <returns>As it is now stored.</returns>
    /// <exception cref="StaleRecordException">Changed or removed in another tab.</exception>
    public async ValueTask<OwnContact> SaveAsync(OwnContact contact)
    {
        await store.CommitAsync([new(Key(contact.Id), contact.Version, KeyTier.Vault, JsonSerializer.SerializeToUtf8Bytes(contact, DeviceJson.Default.OwnContact))]);
        return contact with { Version = contact.Version + 1 };
    }

    /// <returns>What was removed, ready to be saved again; null when there was none.</returns>
    public async ValueTask<OwnContact?> RemoveAsync(string id)
    {
        if (await ReadAsync(id) is not { } contact)
        {
            return null;
        }

        await store.CommitAsync([new(Key(id), contact.Version, KeyTier.Vault, null)]);
        return contact with { Version = 0 };
    }

    /// <returns>What was being typed at this address and never saved, or null.</returns>
    public async ValueTask<OwnContact?> UnfinishedAsync(string address) =>
        await store.ReadAsync(UnfinishedKey(address), KeyTier.Vault) is { } record ? Open(record) : null;

    /// <summary>Keeps what is being typed, in place of what was kept of it before; null forgets it.</summary>
    /// <exception cref="StaleRecordException">Another tab did so at this moment.</exception>
    public async ValueTask KeepUnfinishedAsync(string address, OwnContact? typed)
    {
        var version = (await store.ReadAsync(UnfinishedKey(address), KeyTier.Vault))?.Version ?? 0;
        if (typed is not null || version > 0)
        {
            var text = typed is null ? null : JsonSerializer.SerializeToUtf8Bytes(typed, DeviceJson.Default.OwnContact);
            await store.CommitAsync([new(UnfinishedKey(address), version, KeyTier.Vault, text)]);
        }
    }

    private static RecordKey UnfinishedKey(string address) => new(UnfinishedStoreName, address);

    private static RecordKey Key(string id) => new(StoreName, id);

    private static OwnContact Open(OpenedRecord record) =>
        JsonSerializer.Deserialize(record.Plaintext, DeviceJson.Default.OwnContact)! with { Version = record.Version };
}

using System.Runtime.Versioning;
using FieldKit.Device.Store;

namespace FieldKit.App.Browser;

/// <summary>Records in IndexedDB, as they are. One JavaScript call an operation.</summary>
[SupportedOSPlatform("browser")]
internal sealed class BrowserRecordStore : IRecordStore
{
    public async ValueTask<StoredRecord?> ReadAsync(RecordKey key)
    {
        await DeviceModule.LoadAsync();
        using var record = await DeviceModule.StoreReadAsync(key.Store, key.Id);
        return record is null
            ? null
            : new(key, (long)record.GetPropertyAsDouble("version"), record.GetPropertyAsByteArray("bytes")!);
    }

    public async ValueTask<IReadOnlyList<StoredRecord>> ReadAllAsync(string store, IReadOnlyList<string> ids)
    {
        await DeviceModule.LoadAsync();
        using var list = await DeviceModule.StoreReadAllAsync(store, CommitJson.Write(ids));
        return PackedRecords.Read(list, store, (key, version, bytes) => new StoredRecord(key, version, bytes));
    }

    public async ValueTask<IReadOnlyList<StoredRecord>> ListAsync(string store)
    {
        await DeviceModule.LoadAsync();
        using var list = await DeviceModule.StoreListAsync(store);
        return PackedRecords.Read(list, store, (key, version, bytes) => new StoredRecord(key, version, bytes));
    }

    public async ValueTask<int> CountAsync(string store)
    {
        await DeviceModule.LoadAsync();
        return await DeviceModule.StoreCountAsync(store);
    }

    public async ValueTask CommitAsync(IReadOnlyList<RecordChange> changes)
    {
        await DeviceModule.LoadAsync();
        var parts = changes
            .Select(change => new CommitChange(change.Key.Store, change.Key.Id, change.ExpectedVersion, change.Bytes?.Length, null, null))
            .ToList();
        var bytes = CommitBytes.Join([.. changes.Select(change => change.Bytes)]);
        CommitAnswer.Check(await DeviceModule.StoreCommitAsync(CommitJson.Write(parts), bytes), changes[0].Key);
    }
}

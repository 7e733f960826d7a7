using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using System.Text;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;

namespace FieldKit.App.Browser;

/// <summary>Encryption and IndexedDB in one JavaScript call an operation, because each awaited call costs about 4 ms.</summary>
[SupportedOSPlatform("browser")]
internal sealed class BrowserSealedStore(IRecordStore records, IDeviceKeys keys) : ISealedStore
{
    public async ValueTask<OpenedRecord?> ReadAsync(RecordKey key, KeyTier tier)
    {
        Require(tier);
        await DeviceModule.LoadAsync();
        using var answer = await DeviceModule.ReadOpenedAsync(DeviceModule.Tier(tier), key.Store, key.Id);
        if (answer is null)
        {
            return null;
        }

        var version = Version(answer);
        return new(key, version, DeviceModule.Bytes(answer));
    }

    public async ValueTask<IReadOnlyList<OpenedRecord>> ReadAllAsync(string store, IReadOnlyList<string> ids, KeyTier tier)
    {
        Require(tier);
        await DeviceModule.LoadAsync();
        using var answer = await DeviceModule.ReadAllOpenedAsync(DeviceModule.Tier(tier), store, CommitJson.Write(ids));
        return PackedRecords.Read(answer, store, (key, version, bytes) => new OpenedRecord(key, version, bytes));
    }

    public async ValueTask<IReadOnlyList<OpenedRecord>> ListAsync(string store, KeyTier tier)
    {
        Require(tier);
        await DeviceModule.LoadAsync();
        using var answer = await DeviceModule.ListOpenedAsync(DeviceModule.Tier(tier), store);
        return PackedRecords.Read(answer, store, (key, version, bytes) => new OpenedRecord(key, version, bytes));
    }

    public ValueTask<int> CountAsync(string store) => records.CountAsync(store);

    public async ValueTask<IReadOnlyList<RecordStamp>> ListStampsAsync(string store) =>
        [.. (await records.ListAsync(store)).Select(record => new RecordStamp(record.Key, record.Version))];

    public async ValueTask CommitAsync(IReadOnlyList<SealedChange> changes)
    {
        await DeviceModule.LoadAsync();
        var parts = changes.Select(Describe).ToList();
        var bytes = CommitBytes.Join([.. changes.Select(change => change.Plaintext)]);
        CommitAnswer.Check(await DeviceModule.EncryptAndCommitAsync(CommitJson.Write(parts), bytes), changes[0].Key);
    }

    private static CommitChange Describe(SealedChange change) => new(
        change.Key.Store,
        change.Key.Id,
        change.ExpectedVersion,
        change.Plaintext?.Length,
        DeviceModule.Tier(change.Tier),
        Encoding.UTF8.GetString(SealedRecords.AssociatedData(change.Key, change.ExpectedVersion + 1)));

    private static long Version(JSObject answer) =>
        answer.GetPropertyAsString("refusal") is null ? (long)answer.GetPropertyAsDouble("version") : 0;

    private void Require(KeyTier tier)
    {
        if (tier == KeyTier.Vault && !keys.IsOpen)
        {
            throw new VaultLockedException();
        }
    }
}

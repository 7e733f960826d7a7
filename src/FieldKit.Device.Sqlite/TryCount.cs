using System.Text.Json;
using System.Text.Json.Serialization;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;

namespace FieldKit.Device.Sqlite;

/// <summary>The wrong tries as they are kept.</summary>
/// <param name="Last">When the last one began; the wait runs from there.</param>
internal sealed record KeptTries(int Count, DateTimeOffset Last, bool Erased = false);

/// <summary>
/// Counts wrong tries beside the vault's keys. A clock that was set back begins the wait anew: it gives no free try, and never
/// a longer wait than the try earned. One that was set forward ends the wait; the count, and what follows on it, stays.
/// </summary>
internal sealed class TryCount(IRecordStore store, TimeProvider time)
{
    public static readonly RecordKey Key = new(DeviceStores.Keys, "tries");

    public async ValueTask<WrongTries> ReadAsync()
    {
        var (kept, version) = await KeptAsync();
        if (kept.Last > time.GetUtcNow())
        {
            await TryWriteAsync(kept with { Last = time.GetUtcNow() }, version);
        }

        return new(kept.Count, Wait(kept), kept.Erased);
    }

    /// <summary>Counts one more, on the disk when it answers.</summary>
    /// <returns>The count with it; never over the limit, so that a last try that was cut off can be made again, after its wait.</returns>
    /// <exception cref="TooSoonException"></exception>
    public async ValueTask<int> BeginAsync(int limit)
    {
        while (true)
        {
            var (kept, version) = await KeptAsync();
            if (Wait(kept) > TimeSpan.Zero)
            {
                throw new TooSoonException();
            }

            var next = new KeptTries(Math.Min(kept.Count + 1, limit), time.GetUtcNow());
            if (await TryWriteAsync(next, version))
            {
                return next.Count;
            }
        }
    }

    /// <summary>To be committed together with what the right PIN changes.</summary>
    public async ValueTask<IReadOnlyList<RecordChange>> ForgettingAsync() =>
        await store.ReadAsync(Key) is { } record ? [new(Key, record.Version, null)] : [];

    /// <summary>To be committed together with the end of the keys.</summary>
    public async ValueTask<RecordChange> ErasedAsync()
    {
        var (kept, version) = await KeptAsync();
        return new(Key, version, Bytes(kept with { Erased = true }));
    }

    private static byte[] Bytes(KeptTries tries) => JsonSerializer.SerializeToUtf8Bytes(tries, KeptTriesJson.Default.KeptTries);

    private TimeSpan Wait(KeptTries kept)
    {
        var earned = WrongTries.Waits[Math.Min(kept.Count, WrongTries.Waits.Count - 1)];
        var passed = time.GetUtcNow() - kept.Last;
        return passed < TimeSpan.Zero ? earned : passed < earned ? earned - passed : TimeSpan.Zero;
    }

    private async ValueTask<(KeptTries Kept, long Version)> KeptAsync() => await store.ReadAsync(Key) is { } record
        ? (JsonSerializer.Deserialize(record.Bytes, KeptTriesJson.Default.KeptTries)!, record.Version)
        : (new(0, DateTimeOffset.MinValue), 0);

    private async ValueTask<bool> TryWriteAsync(KeptTries tries, long version)
    {
        try
        {
            await store.CommitAsync([new(Key, version, Bytes(tries))]);
            return true;
        }
        catch (StaleRecordException)
        {
            // Another process counted at the same moment.
            return false;
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(KeptTries))]
internal sealed partial class KeptTriesJson : JsonSerializerContext;

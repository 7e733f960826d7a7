using System.Text.Json;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;
using FieldKit.Domain;
using FieldKit.Protocol;

namespace FieldKit.Device.Content;

/// <summary>Editions in the device's store: parts under their digest, so that what did not change is kept once.</summary>
internal sealed class EditionStore(IRecordStore store, IDeviceKeys keys)
{
    private const string PartsStore = DeviceStores.ContentParts;
    private static readonly RecordKey Key = new(DeviceStores.Content, "editions");
    private readonly FirstFormat first = new(store, keys);

    public async ValueTask<KeptRecords> ReadAsync()
    {
        var record = await store.ReadAsync(Key);
        var editions = record is null ? [] : JsonSerializer.Deserialize(record.Bytes, DeviceJson.Default.KeptContent)!.Editions;
        var parts = editions.Count == 0 ? [] : await store.ListAsync(PartsStore);
        return new(record?.Version ?? 0, editions, parts.ToDictionary(part => part.Key.Id, StringComparer.Ordinal));
    }

    /// <returns>The first of the kept editions that still verifies; null when none does.</returns>
    public async ValueTask<Edition?> OpenNewestAsync(KeptRecords kept)
    {
        foreach (var edition in kept.Editions)
        {
            if (await IsSignedAsync(edition.Manifest, edition.SigningPublicKey)
                && kept.Find(edition.Manifest.Parts) is { } parts
                && Open(edition, parts) is { } opened)
            {
                return opened;
            }
        }

        return await first.OpenAsync();
    }

    public async ValueTask<bool> IsSignedAsync(ContentManifest manifest, byte[] signingKey) =>
        manifest.Fault() is null && manifest.Signature is { } signature && await keys.VerifyAsync(signingKey, manifest.Statement(), signature);

    /// <param name="parts">Verified bytes, in the manifest's order.</param>
    /// <returns>Null when the parts are no content that this program knows.</returns>
    public static Edition? Open(KeptEdition edition, IReadOnlyList<byte[]> parts)
    {
        var manifest = edition.Manifest;
        try
        {
            var bundle = ContentParts.Join(manifest.BuiltOn, parts);
            return new(manifest.Sequence, manifest.BuiltOn, manifest.ValidUntil, edition.SigningPublicKey, bundle, edition);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Keeps the new edition and the one in use, and nothing else: all of it, or nothing changes.</summary>
    public async ValueTask KeepAsync(KeptRecords kept, KeptEdition added, IReadOnlyList<byte[]> parts, Edition? inUse)
    {
        KeptEdition[] editions = inUse?.Kept is { } last ? [added, last] : [added];
        var wanted = editions.SelectMany(edition => edition.Manifest.Parts).Select(KeptRecords.IdOf).ToHashSet(StringComparer.Ordinal);
        var changes = new List<RecordChange>
        {
            new(Key, kept.Version, JsonSerializer.SerializeToUtf8Bytes(new KeptContent(editions), DeviceJson.Default.KeptContent)),
        };
        changes.AddRange(added.Manifest.Parts.Zip(parts)
            .DistinctBy(pair => KeptRecords.IdOf(pair.First))
            .Where(pair => !kept.Has(pair.First))
            .Select(pair => new RecordChange(new(PartsStore, KeptRecords.IdOf(pair.First)), kept.VersionOf(pair.First), pair.Second)));
        changes.AddRange(kept.Parts.Values
            .Where(record => !wanted.Contains(record.Key.Id))
            .Select(record => new RecordChange(record.Key, record.Version, null)));
        if (inUse is not { Kept: null })
        {
            changes.AddRange(await first.RemovalAsync());
        }

        await store.CommitAsync(changes);
    }

    /// <summary>Only the day until which an edition counts as current moved on.</summary>
    public ValueTask RenewAsync(KeptRecords kept, KeptEdition known, KeptEdition renewed)
    {
        KeptEdition[] editions = [.. kept.Editions.Select(edition => edition.Manifest.Sequence == known.Manifest.Sequence ? renewed : edition)];
        return store.CommitAsync([new(Key, kept.Version, JsonSerializer.SerializeToUtf8Bytes(new KeptContent(editions), DeviceJson.Default.KeptContent))]);
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;
using FieldKit.Domain;

namespace FieldKit.Device.Content;

/// <summary>
/// Content that an earlier version of the app kept as one document. Still read, so that an update of the app leaves nobody
/// without content on a day without a connection; never written.
/// </summary>
internal sealed class FirstFormat(IRecordStore store, IDeviceKeys keys)
{
    private static readonly RecordKey ManifestKey = new(DeviceStores.Content, "manifest");
    private static readonly RecordKey BundleKey = new(DeviceStores.Content, "bundle");

    public async ValueTask<Edition?> OpenAsync()
    {
        if (await store.ReadAsync(ManifestKey) is not { } record || await store.ReadAsync(BundleKey) is not { } bundle)
        {
            return null;
        }

        var kept = JsonSerializer.Deserialize(record.Bytes, DeviceJson.Default.FirstFormatContent)!;
        return SHA256.HashData(bundle.Bytes).AsSpan().SequenceEqual(kept.Manifest.Sha256)
            && await keys.VerifyAsync(kept.SigningPublicKey, Statement(kept.Manifest), kept.Manifest.Signature)
            ? Read(kept, bundle.Bytes)
            : null;
    }

    /// <summary>Changes that take it away; none when there is none.</summary>
    public async ValueTask<IReadOnlyList<RecordChange>> RemovalAsync()
    {
        var changes = new List<RecordChange>();
        foreach (var key in new[] { ManifestKey, BundleKey })
        {
            if (await store.ReadAsync(key) is { } record)
            {
                changes.Add(new(key, record.Version, null));
            }
        }

        return changes;
    }

    private static Edition? Read(FirstFormatContent kept, byte[] bytes)
    {
        try
        {
            var bundle = ContentParts.FromWhole(bytes);
            return new(kept.Manifest.Sequence, bundle.BuiltOn, kept.Manifest.ValidUntil, kept.SigningPublicKey, bundle, null);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[] Statement(FirstFormatManifest manifest) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"fieldkit-content-1\n{manifest.Sequence}\n{manifest.ValidUntil:yyyy-MM-dd}\n{Convert.ToHexStringLower(manifest.Sha256)}\n"));
}

internal sealed record FirstFormatContent(FirstFormatManifest Manifest, byte[] SigningPublicKey);

internal sealed record FirstFormatManifest(long Sequence, DateOnly ValidUntil, byte[] Sha256, byte[] Signature);

using System.Security.Cryptography;
using System.Text.Json;
using FieldKit.Device.Store;
using FieldKit.Device.Sync;
using FieldKit.Device.Vault;
using FieldKit.Domain;
using FieldKit.Protocol;

namespace FieldKit.Device.Content;

/// <summary>The flowcharts, guides, contacts and forms on this device: always the last bundle that verified. Needs no PIN and no enrolment.</summary>
/// <param name="store">Content is public and is kept as it is.</param>
public sealed class ContentLibrary(IRecordStore store, IReportingPoint reportingPoint, IDeviceKeys keys, Enrolment.Enrolment enrolment)
{
    private static readonly RecordKey ManifestKey = new("content", "manifest");
    private static readonly RecordKey BundleKey = new("content", "bundle");
    private ContentBundle? current;

    /// <summary>Sequence of the bundle in use; 0 for none.</summary>
    public long Sequence { get; private set; }

    /// <summary>Another bundle became the current one.</summary>
    public event Action? Changed;

    /// <returns>Null when no bundle was ever verified on this device, or the kept one was altered.</returns>
    public async ValueTask<ContentBundle?> CurrentAsync()
    {
        if (current is null && await KeptAsync() is { } kept && await store.ReadAsync(BundleKey) is { } bundle
            && await VerifiedAsync(kept.Content.Manifest, bundle.Bytes, kept.Content.SigningPublicKey) is { } parsed)
        {
            (current, Sequence) = (parsed, kept.Content.Manifest.Sequence);
        }

        return current;
    }

    /// <summary>Fetches, verifies and keeps a newer bundle; on any failure the present one stays.</summary>
    public async ValueTask<ContentUpdate> UpdateAsync(CancellationToken cancellation = default)
    {
        try
        {
            await CurrentAsync();
            var kept = await KeptAsync();
            var manifest = await reportingPoint.ContentManifestAsync(cancellation);
            if (current is not null && manifest.Sequence <= Sequence)
            {
                return manifest.Sequence == Sequence ? ContentUpdate.AlreadyCurrent : ContentUpdate.Refused;
            }

            // Before enrolment the first key seen is trusted; from then on it must be that one, and once enrolled the pinned one.
            var signingKey = (await enrolment.CurrentAsync())?.Keys.SigningPublicKey
                ?? kept?.Content.SigningPublicKey
                ?? (await reportingPoint.KeysAsync(cancellation)).SigningPublicKey;
            var bytes = await reportingPoint.ContentAsync(cancellation);
            if (await VerifiedAsync(manifest, bytes, signingKey) is not { } bundle)
            {
                return ContentUpdate.Refused;
            }

            await KeepAsync(new(manifest, signingKey), kept?.Version ?? 0, bytes);
            (current, Sequence) = (bundle, manifest.Sequence);
            Changed?.Invoke();
            return ContentUpdate.Updated;
        }
        catch (ReportingPointUnreachableException)
        {
            return ContentUpdate.Unreachable;
        }
        catch (ReportingPointRefusedException)
        {
            return ContentUpdate.Refused;
        }
    }

    private async ValueTask<(KeptContent Content, long Version)?> KeptAsync() =>
        await store.ReadAsync(ManifestKey) is { } record
            ? (JsonSerializer.Deserialize(record.Bytes, DeviceJson.Default.KeptContent)!, record.Version)
            : null;

    private async ValueTask<ContentBundle?> VerifiedAsync(ContentManifest manifest, byte[] bytes, byte[] signingKey)
    {
        if (!SHA256.HashData(bytes).AsSpan().SequenceEqual(manifest.Sha256)
            || !await keys.VerifyAsync(
                signingKey, ContentManifest.Statement(manifest.Sequence, manifest.ValidUntil, manifest.Sha256), manifest.Signature))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(bytes, DomainJson.Default.ContentBundle);
        }
        catch (JsonException)
        {
            // Signed, but by a newer program than this one: the present bundle is better than none.
            return null;
        }
    }

    private async ValueTask KeepAsync(KeptContent content, long manifestVersion, byte[] bytes)
    {
        var bundleVersion = (await store.ReadAsync(BundleKey))?.Version ?? 0;
        await store.CommitAsync(
        [
            new(ManifestKey, manifestVersion, JsonSerializer.SerializeToUtf8Bytes(content, DeviceJson.Default.KeptContent)),
            new(BundleKey, bundleVersion, bytes),
        ]);
    }
}

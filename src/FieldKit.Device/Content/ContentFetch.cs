using FieldKit.Device.Sync;
using FieldKit.Protocol;

namespace FieldKit.Device.Content;

/// <summary>Gets an edition's parts: those that are here from the device, the others in one request.</summary>
internal sealed class ContentFetch(IReportingPoint reportingPoint)
{
    /// <returns>Verified bytes, in the manifest's order; null when they came altered or cut off.</returns>
    public async ValueTask<IReadOnlyList<byte[]>?> PartsAsync(ContentManifest manifest, KeptRecords kept, CancellationToken cancellation)
    {
        var lacking = manifest.Parts.Where(part => !kept.Has(part)).DistinctBy(KeptRecords.IdOf).ToList();
        if (lacking.Count == manifest.Parts.Count)
        {
            return ContentBytes.Split(await reportingPoint.ContentAsync(manifest.Sequence, cancellation), manifest.Parts);
        }

        var fetched = lacking.Count == 0
            ? []
            : ContentBytes.Split(await reportingPoint.ContentPartsAsync([.. lacking.Select(part => part.Sha256)], cancellation), lacking);
        if (fetched is null)
        {
            return null;
        }

        var found = lacking.Zip(fetched).ToDictionary(pair => KeptRecords.IdOf(pair.First), pair => pair.Second, StringComparer.Ordinal);
        return [.. manifest.Parts.Select(part => found.GetValueOrDefault(KeptRecords.IdOf(part)) ?? kept.Parts[KeptRecords.IdOf(part)].Bytes)];
    }
}

using FieldKit.Device.Store;
using FieldKit.Protocol;

namespace FieldKit.Device.Content;

/// <summary>What the store held when it was read.</summary>
/// <param name="Version">Of the record with the editions; 0 when there is none.</param>
/// <param name="Parts">By <see cref="IdOf"/>; not verified.</param>
internal sealed record KeptRecords(long Version, IReadOnlyList<KeptEdition> Editions, IReadOnlyDictionary<string, StoredRecord> Parts)
{
    public static string IdOf(ContentPart part) => Convert.ToHexStringLower(part.Sha256);

    /// <summary>Whether the part is here and is still what its digest says.</summary>
    public bool Has(ContentPart part) => Parts.TryGetValue(IdOf(part), out var record) && ContentBytes.IsPart(record.Bytes, part);

    public long VersionOf(ContentPart part) => Parts.TryGetValue(IdOf(part), out var record) ? record.Version : 0;

    /// <returns>Null when one is missing or was altered.</returns>
    public IReadOnlyList<byte[]>? Find(IReadOnlyList<ContentPart> parts) =>
        parts.All(Has) ? [.. parts.Select(part => Parts[IdOf(part)].Bytes)] : null;
}

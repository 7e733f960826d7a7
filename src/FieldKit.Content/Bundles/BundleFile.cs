using System.Security.Cryptography;
using FieldKit.Crypto;
using FieldKit.Domain;
using FieldKit.Protocol;

namespace FieldKit.Content.Bundles;

/// <summary>Makes the published form of a bundle: parts, manifest, signature. The one place for editors and reporting points alike.</summary>
public static class BundleFile
{
    /// <summary>The same content, sequence and days give the same bytes. Not signed yet.</summary>
    public static ContentFile Build(ContentBundle bundle, long sequence, DateOnly validUntil)
    {
        var parts = ContentParts.Split(bundle);
        var listed = parts.Select(part => new ContentPart(part.Name, SHA256.HashData(part.Bytes), part.Bytes.Length));
        return new(
            new(ContentManifest.PresentFormat, sequence, bundle.BuiltOn, validUntil, [.. listed], null),
            [.. parts.Select(part => part.Bytes)]);
    }

    public static ContentManifest Sign(ContentManifest manifest, SigningKey key) => manifest with { Signature = key.Sign(manifest.Statement()) };

    public static bool IsSignedBy(byte[] publicKey, ContentManifest manifest) =>
        manifest.Signature is { } signature && SigningKey.Verify(publicKey, manifest.Statement(), signature);

    /// <exception cref="System.Text.Json.JsonException">Signed perhaps, but not content that this program knows.</exception>
    public static ContentBundle Open(ContentFile file) => ContentParts.Join(file.Manifest.BuiltOn, file.Parts);
}

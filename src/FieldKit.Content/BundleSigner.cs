using System.Security.Cryptography;
using System.Text.Json;
using FieldKit.Crypto;
using FieldKit.Domain;

namespace FieldKit.Content;

/// <summary>A bundle as it is published: its bytes and what the manifest says about them.</summary>
/// <param name="Bytes">UTF-8 JSON of the <see cref="ContentBundle"/>; the same content gives the same bytes.</param>
/// <param name="Sequence">Counts up with every publication; a device refuses to go back.</param>
/// <param name="ValidUntil">Last day on which the content counts as current.</param>
public sealed record SignedBundle(byte[] Bytes, long Sequence, DateOnly ValidUntil, byte[] Sha256, byte[] Signature);

/// <summary>Makes the published form of a bundle. What exactly is signed is the protocol's to say, so the caller hands that in.</summary>
public static class BundleSigner
{
    public static byte[] Bytes(ContentBundle bundle) => JsonSerializer.SerializeToUtf8Bytes(bundle, DomainJson.Default.ContentBundle);

    /// <param name="statement">The bytes to sign for a sequence, a last valid day and a SHA-256 of the bundle.</param>
    public static SignedBundle Sign(
        ContentBundle bundle, long sequence, DateOnly validUntil, SigningKey key, Func<long, DateOnly, byte[], byte[]> statement)
    {
        var bytes = Bytes(bundle);
        var digest = SHA256.HashData(bytes);
        return new(bytes, sequence, validUntil, digest, key.Sign(statement(sequence, validUntil, digest)));
    }
}

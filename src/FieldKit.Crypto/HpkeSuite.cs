using System.Buffers.Binary;
using System.Security.Cryptography;

namespace FieldKit.Crypto;

/// <summary>
/// The numbers of RFC 9180 (section 7) for DHKEM(P-256, HKDF-SHA256), HKDF-SHA256 and an AES-GCM,
/// and the labelled derivations of section 4. FieldKit uses <see cref="Aes256"/>; the other is for the RFC's vectors.
/// </summary>
internal sealed class HpkeSuite
{
    public const int SharedSecretBytes = 32;
    private const ushort KemId = 0x0010;
    private const ushort KdfId = 0x0001;

    public static readonly HpkeSuite Aes256 = new(aeadId: 0x0002, keyBytes: 32);
    public static readonly HpkeSuite Aes128 = new(aeadId: 0x0001, keyBytes: 16);

    private readonly byte[] kemName;
    private readonly byte[] suiteName;

    private HpkeSuite(ushort aeadId, int keyBytes)
    {
        KeyBytes = keyBytes;
        kemName = [.. "KEM"u8, .. Big(KemId)];
        suiteName = [.. "HPKE"u8, .. Big(KemId), .. Big(KdfId), .. Big(aeadId)];
    }

    public int KeyBytes { get; }

    /// <summary>ExtractAndExpand of section 4.1.</summary>
    public byte[] SharedSecret(ReadOnlySpan<byte> agreements, ReadOnlySpan<byte> context)
    {
        var pseudoRandomKey = Extract(kemName, salt: [], "eae_prk"u8, agreements);
        try
        {
            return Expand(kemName, pseudoRandomKey, "shared_secret"u8, context, SharedSecretBytes);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(pseudoRandomKey);
        }
    }

    public byte[] Extract(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> label, ReadOnlySpan<byte> material) =>
        Extract(suiteName, salt, label, material);

    public byte[] Expand(byte[] pseudoRandomKey, ReadOnlySpan<byte> label, ReadOnlySpan<byte> info, int bytes) =>
        Expand(suiteName, pseudoRandomKey, label, info, bytes);

    private static byte[] Extract(byte[] suite, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> label, ReadOnlySpan<byte> material)
    {
        byte[] labelled = [.. "HPKE-v1"u8, .. suite, .. label, .. material];
        var pseudoRandomKey = new byte[SHA256.HashSizeInBytes];
        HKDF.Extract(HashAlgorithmName.SHA256, labelled, salt, pseudoRandomKey);
        CryptographicOperations.ZeroMemory(labelled);
        return pseudoRandomKey;
    }

    private static byte[] Expand(byte[] suite, byte[] pseudoRandomKey, ReadOnlySpan<byte> label, ReadOnlySpan<byte> info, int bytes)
    {
        byte[] labelled = [.. Big((ushort)bytes), .. "HPKE-v1"u8, .. suite, .. label, .. info];
        var output = new byte[bytes];
        HKDF.Expand(HashAlgorithmName.SHA256, pseudoRandomKey, output, labelled);
        return output;
    }

    private static byte[] Big(ushort number)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, number);
        return bytes;
    }
}

using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace FieldKit.Crypto;

/// <summary>
/// Seals for one reader by one writer: HPKE (RFC 9180) in auth mode, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM.
/// Sealed bytes are the encapsulated key (65), the ciphertext and the tag (16). The verbs are for native hosts;
/// the browser seals through its own cryptography with the same result.
/// </summary>
public static class Hpke
{
    public const string SignalInfo = "fieldkit signal v1";
    public const string MessageInfo = "fieldkit message v1";

    /// <summary>Of why something was decided: by the desk, for the desk.</summary>
    public const string DecisionInfo = "fieldkit decision v1";
    public const string EpochInfo = "fieldkit epoch v1";

    /// <summary>How many bytes longer sealed is than plain.</summary>
    public const int OverheadBytes = PublicPoint.Bytes + HpkeAuth.TagBytes;

    /// <exception cref="ArgumentException">The reader's key is no point on P-256.</exception>
    [UnsupportedOSPlatform("browser")]
    public static byte[] Seal(KeyPair sender, byte[] readerPublicKey, string info, byte[] aad, byte[] plaintext)
    {
        ArgumentNullException.ThrowIfNull(sender);
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(aad);
        ArgumentNullException.ThrowIfNull(plaintext);
        if (!PublicPoint.TryRead(readerPublicKey, out var reader))
        {
            throw new ArgumentException("The reader's key is not a point on P-256.", nameof(readerPublicKey));
        }

        using var ephemeral = KeyPair.Generate();
        return HpkeAuth.Seal(HpkeSuite.Aes256, ephemeral, sender, reader, info, aad, plaintext);
    }

    /// <exception cref="SealBrokenException">Whatever is wrong with the bytes, the writer's key or the header.</exception>
    [UnsupportedOSPlatform("browser")]
    public static byte[] Open(KeyPair reader, byte[] senderPublicKey, string info, byte[] aad, byte[] sealedBytes)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(aad);
        ArgumentNullException.ThrowIfNull(sealedBytes);
        if (sealedBytes.Length < OverheadBytes
            || !PublicPoint.TryRead(senderPublicKey, out var sender)
            || !PublicPoint.TryRead(sealedBytes[..PublicPoint.Bytes], out var encapsulated))
        {
            throw new SealBrokenException();
        }

        try
        {
            return HpkeAuth.Open(HpkeSuite.Aes256, reader, sender, encapsulated, info, aad, sealedBytes.AsSpan(PublicPoint.Bytes));
        }
        catch (CryptographicException cause)
        {
            throw new SealBrokenException(cause);
        }
    }
}

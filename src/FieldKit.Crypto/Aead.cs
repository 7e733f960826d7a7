using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace FieldKit.Crypto;

/// <summary>
/// AES-256-GCM under a key of 32 bytes, with a random nonce: nonce (12), ciphertext, tag (16).
/// Random nonces bound one key to 2^32 messages; no key here comes near. Native hosts only.
/// </summary>
[UnsupportedOSPlatform("browser")]
public static class Aead
{
    public const int KeyBytes = 32;
    internal const int NonceBytes = 12;
    internal const int TagBytes = 16;

    /// <exception cref="ArgumentException">The key is not 32 bytes.</exception>
    public static byte[] Encrypt(byte[] key, byte[] plaintext, byte[] aad)
    {
        using var once = new AeadKey(key);
        return once.Encrypt(plaintext, aad);
    }

    /// <exception cref="SealBrokenException">Another key or header, altered or cut short.</exception>
    /// <exception cref="ArgumentException">The key is not 32 bytes.</exception>
    public static byte[] Decrypt(byte[] key, byte[] bytes, byte[] aad)
    {
        using var once = new AeadKey(key);
        return once.Decrypt(bytes, aad);
    }
}

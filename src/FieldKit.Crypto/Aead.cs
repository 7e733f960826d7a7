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
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <exception cref="ArgumentException">The key is not 32 bytes.</exception>
    public static byte[] Encrypt(byte[] key, byte[] plaintext, byte[] aad)
    {
        RequireKey(key);
        ArgumentNullException.ThrowIfNull(plaintext);
        var output = new byte[NonceBytes + plaintext.Length + TagBytes];
        var nonce = output.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Encrypt(nonce, plaintext, output.AsSpan(NonceBytes, plaintext.Length), output.AsSpan(^TagBytes..), aad);
        return output;
    }

    /// <exception cref="SealBrokenException">Another key or header, altered or cut short.</exception>
    /// <exception cref="ArgumentException">The key is not 32 bytes.</exception>
    public static byte[] Decrypt(byte[] key, byte[] bytes, byte[] aad)
    {
        RequireKey(key);
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes.Length < NonceBytes + TagBytes)
        {
            throw new SealBrokenException();
        }

        var plaintext = new byte[bytes.Length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(key, TagBytes);
        try
        {
            cipher.Decrypt(bytes.AsSpan(0, NonceBytes), bytes.AsSpan(NonceBytes, plaintext.Length), bytes.AsSpan(^TagBytes..), plaintext, aad);
            return plaintext;
        }
        catch (AuthenticationTagMismatchException cause)
        {
            throw new SealBrokenException(cause);
        }
    }

    private static void RequireKey(byte[] key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Length != KeyBytes)
        {
            throw new ArgumentException("The key is not 32 bytes.", nameof(key));
        }
    }
}

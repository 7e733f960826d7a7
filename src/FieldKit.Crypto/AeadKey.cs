using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace FieldKit.Crypto;

/// <summary>
/// A key of <see cref="Aead"/> made ready once: preparing it costs as much as decrypting a signal with it, and a queue has a
/// hundred. For several threads.
/// </summary>
[UnsupportedOSPlatform("browser")]
public sealed class AeadKey : IDisposable
{
    private readonly Lock turn = new();
    private readonly AesGcm cipher;

    /// <exception cref="ArgumentException">The key is not 32 bytes.</exception>
    public AeadKey(byte[] key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Length != Aead.KeyBytes)
        {
            throw new ArgumentException("The key is not 32 bytes.", nameof(key));
        }

        cipher = new(key, Aead.TagBytes);
    }

    public byte[] Encrypt(byte[] plaintext, byte[] aad)
    {
        ArgumentNullException.ThrowIfNull(plaintext);
        var output = new byte[Aead.NonceBytes + plaintext.Length + Aead.TagBytes];
        var nonce = output.AsSpan(0, Aead.NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        lock (turn)
        {
            cipher.Encrypt(nonce, plaintext, output.AsSpan(Aead.NonceBytes, plaintext.Length), output.AsSpan(^Aead.TagBytes..), aad);
        }

        return output;
    }

    /// <exception cref="SealBrokenException">Another key or header, altered or cut short.</exception>
    public byte[] Decrypt(byte[] bytes, byte[] aad)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes.Length < Aead.NonceBytes + Aead.TagBytes)
        {
            throw new SealBrokenException();
        }

        var plaintext = new byte[bytes.Length - Aead.NonceBytes - Aead.TagBytes];
        try
        {
            lock (turn)
            {
                cipher.Decrypt(
                    bytes.AsSpan(0, Aead.NonceBytes), bytes.AsSpan(Aead.NonceBytes, plaintext.Length), bytes.AsSpan(^Aead.TagBytes..), plaintext, aad);
            }

            return plaintext;
        }
        catch (AuthenticationTagMismatchException cause)
        {
            throw new SealBrokenException(cause);
        }
    }

    public void Dispose() => cipher.Dispose();
}

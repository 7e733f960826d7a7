using System.Security.Cryptography;
using FieldKit.Crypto;
using FieldKit.Device.Unsent;

namespace FieldKit.Device.Sqlite;

/// <summary>Files under a passphrase on a native host, which has no Argon2id (decision 0005).</summary>
/// <param name="iterations">Of a new file.</param>
public sealed class NativePassphraseCipher(int iterations = PassphraseKey.DefaultIterations) : IPassphraseCipher
{
    private const int SaltBytes = 16;

    public Stretching New() => new(PassphraseKey.Kdf, iterations, 0, 0, RandomNumberGenerator.GetBytes(SaltBytes));

    public bool Knows(string kdf) => kdf == PassphraseKey.Kdf;

    public ValueTask<byte[]> EncryptAsync(string passphrase, Stretching stretching, byte[] plaintext, byte[] aad) =>
        new(Aead.Encrypt(Key(passphrase, stretching), plaintext, aad));

    public ValueTask<byte[]> DecryptAsync(string passphrase, Stretching stretching, byte[] bytes, byte[] aad) =>
        new(Aead.Decrypt(Key(passphrase, stretching), bytes, aad));

    private static byte[] Key(string passphrase, Stretching stretching) =>
        PassphraseKey.Derive(passphrase, stretching.Salt, stretching.Iterations);
}

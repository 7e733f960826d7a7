namespace FieldKit.Device.Unsent;

/// <summary>How a passphrase is made into a key; stands readable in the file, so that it can be raised later.</summary>
/// <param name="Kdf">"argon2id" or "pbkdf2-sha512".</param>
/// <param name="MemoryKiB">0 where the derivation has none, as <paramref name="Parallelism"/>.</param>
public sealed record Stretching(string Kdf, int Iterations, int MemoryKiB, int Parallelism, byte[] Salt);

/// <summary>Port to encryption under a passphrase: AES-256-GCM (nonce 12, ciphertext, tag 16) under the stretched passphrase.</summary>
public interface IPassphraseCipher
{
    /// <summary>For a new file, with a salt of its own.</summary>
    Stretching New();

    /// <summary>This platform has the derivation.</summary>
    bool Knows(string kdf);

    ValueTask<byte[]> EncryptAsync(string passphrase, Stretching stretching, byte[] plaintext, byte[] aad);

    /// <exception cref="Crypto.SealBrokenException">Another passphrase, or altered.</exception>
    ValueTask<byte[]> DecryptAsync(string passphrase, Stretching stretching, byte[] bytes, byte[] aad);
}

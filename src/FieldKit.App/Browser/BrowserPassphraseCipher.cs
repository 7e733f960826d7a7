using System.Runtime.Versioning;
using System.Security.Cryptography;
using FieldKit.Device.Unsent;

namespace FieldKit.App.Browser;

/// <summary>Files under a passphrase through Argon2id and WebCrypto; opens those of native hosts too.</summary>
[SupportedOSPlatform("browser")]
internal sealed class BrowserPassphraseCipher : IPassphraseCipher
{
    private const string Argon2id = "argon2id";

    // More than the vault's own: a file can be guessed at anywhere, and is made seldom (1.5 s at 4x CPU slowdown).
    private const int Passes = 3;
    private const int MemoryKiB = 64 * 1024;
    private const int SaltBytes = 16;

    public Stretching New() => new(Argon2id, Passes, MemoryKiB, 1, RandomNumberGenerator.GetBytes(SaltBytes));

    public bool Knows(string kdf) => kdf is Argon2id or "pbkdf2-sha512";

    public async ValueTask<byte[]> EncryptAsync(string passphrase, Stretching by, byte[] plaintext, byte[] aad)
    {
        await DeviceModule.LoadAsync();
        return DeviceModule.Bytes(await DeviceModule.PassphraseEncryptAsync(
            passphrase, by.Kdf, by.Iterations, by.MemoryKiB, by.Parallelism, by.Salt, plaintext, aad));
    }

    public async ValueTask<byte[]> DecryptAsync(string passphrase, Stretching by, byte[] bytes, byte[] aad)
    {
        await DeviceModule.LoadAsync();
        return DeviceModule.Bytes(await DeviceModule.PassphraseDecryptAsync(
            passphrase, by.Kdf, by.Iterations, by.MemoryKiB, by.Parallelism, by.Salt, bytes, aad));
    }
}

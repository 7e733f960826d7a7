using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;

namespace FieldKit.Crypto;

/// <summary>
/// A key from a passphrase where Argon2id is not at hand (native hosts): PBKDF2 with HMAC-SHA-512.
/// The passphrase is brought to Unicode form C first, so that the same letters typed on another machine give the same key.
/// </summary>
[UnsupportedOSPlatform("browser")]
public static class PassphraseKey
{
    /// <summary>The name in wrapped keys.</summary>
    public const string Kdf = "pbkdf2-sha512";

    /// <summary>Twice OWASP's 2023 advice for HMAC-SHA-512 (210,000).</summary>
    public const int DefaultIterations = 420_000;

    /// <returns>32 bytes.</returns>
    public static byte[] Derive(string passphrase, byte[] salt, int iterations)
    {
        ArgumentNullException.ThrowIfNull(passphrase);
        var letters = Encoding.UTF8.GetBytes(passphrase.Normalize(NormalizationForm.FormC));
        try
        {
            return Rfc2898DeriveBytes.Pbkdf2(letters, salt, iterations, HashAlgorithmName.SHA512, Aead.KeyBytes);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(letters);
        }
    }
}

using System.Globalization;
using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace FieldKit.Crypto;

/// <summary>A sign-in password as it is stored: "pbkdf2-sha512$iterations$salt$hash". It opens nothing; the passphrase of a key does.</summary>
[UnsupportedOSPlatform("browser")]
public static class PasswordHash
{
    private const int SaltBytes = 16;

    public static string Create(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var hash = PassphraseKey.Derive(password, salt, PassphraseKey.DefaultIterations);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{PassphraseKey.Kdf}${PassphraseKey.DefaultIterations}${Convert.ToBase64String(salt)}${Convert.ToBase64String(hash)}");
    }

    /// <exception cref="FormatException">The stored hash is none.</exception>
    public static bool Matches(string stored, string password)
    {
        var parts = stored.Split('$');
        if (parts is not [PassphraseKey.Kdf, var iterations, var salt, var hash])
        {
            throw new FormatException("Not a stored password hash.");
        }

        var derived = PassphraseKey.Derive(password, Convert.FromBase64String(salt), int.Parse(iterations, CultureInfo.InvariantCulture));
        return CryptographicOperations.FixedTimeEquals(derived, Convert.FromBase64String(hash));
    }
}

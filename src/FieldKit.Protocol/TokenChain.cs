using System.Security.Cryptography;

namespace FieldKit.Protocol;

/// <summary>
/// The tokens that a device shows one after the other. Each is the hash of the next, so a reporting point that knows one knows the
/// next when it is shown, and nobody can make the next from one that was seen. Nothing is agreed upon, so no answer can be lost in it.
/// </summary>
public static class TokenChain
{
    public const int TokenBytes = 32;

    /// <summary>Steps from the first token to the last, which is the seed: twenty years of weeks.</summary>
    public const int Length = 1024;

    /// <summary>So far ahead of the token that it knows a reporting point looks: a year of weeks, for one that was restored from an old backup.</summary>
    public const int Sight = 64;

    // With it a token fills one block of the hash, and what a reporting point keeps (the plain SHA-256) is no token.
    private static ReadOnlySpan<byte> Label => "fieldkit-token-1\n"u8;

    /// <param name="step">0 for the token of the enrolment, up to <see cref="Length"/>.</param>
    public static byte[] TokenAt(byte[] seed, int step)
    {
        var token = seed;
        for (var back = Length - step; back > 0; back--)
        {
            token = Before(token);
        }

        return token;
    }

    /// <summary>The token that was shown before this one.</summary>
    public static byte[] Before(byte[] token) => SHA256.HashData([.. Label, .. token]);

    /// <param name="known">SHA-256 of the token that was shown last.</param>
    /// <returns>Whether this one comes after it, within <paramref name="sight"/> steps.</returns>
    public static bool IsAhead(byte[] token, ReadOnlySpan<byte> known, int sight = Sight)
    {
        for (var back = 0; back < sight; back++)
        {
            token = Before(token);
            if (CryptographicOperations.FixedTimeEquals(SHA256.HashData(token), known))
            {
                return true;
            }
        }

        return false;
    }
}

using System.Security.Cryptography;

namespace FieldKit.Protocol;

/// <summary>A public key as two people read it to each other: 80 bits of its SHA-256, "XXXX-XXXX-XXXX-XXXX" in Crockford base32.</summary>
public static class KeyFingerprint
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Groups = 4;
    private const int GroupLetters = 4;

    public static string Of(byte[] publicKey)
    {
        var hash = SHA256.HashData(publicKey);
        return string.Join('-', Enumerable.Range(0, Groups).Select(group => string.Concat(
            Enumerable.Range(group * GroupLetters, GroupLetters).Select(letter => Alphabet[FiveBits(hash, letter * 5)]))));
    }

    private static int FiveBits(byte[] hash, int bit) => (((hash[bit / 8] << 8) | hash[(bit / 8) + 1]) >> (11 - (bit % 8))) & 31;
}

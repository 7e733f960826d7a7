using System.Security.Cryptography;

namespace FieldKit.Protocol;

/// <summary>
/// A one-time code, typed or opened as a link: 20 characters of Crockford base32 in groups of four.
/// The first 12 are a secret (60 bits); the last 8 are a fingerprint (40 bits) of the reporting point's keys,
/// so that the device refuses keys that the code was not made for.
/// </summary>
public sealed record EnrolmentCode(string Secret, string Fingerprint)
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int SecretLength = 12;
    private const int FingerprintLength = 8;

    /// <summary>All 20 characters, as sent: a slip anywhere is an unknown code, and uses up nothing.</summary>
    public string Whole => Secret + Fingerprint;

    /// <summary>"XXXX-XXXX-XXXX-XXXX-XXXX".</summary>
    public override string ToString() => string.Join('-', Whole.Chunk(4).Select(group => new string(group)));

    /// <summary>Reads what a person typed: case, spaces and dashes do not matter; I and L are 1, O is 0.</summary>
    /// <returns>Null when it cannot be a code.</returns>
    public static EnrolmentCode? TryParse(string text)
    {
        var plain = new string(text.ToUpperInvariant()
            .Where(letter => letter is not (' ' or '-' or '\t' or '\u00a0'))
            .Select(letter => letter switch { 'I' or 'L' => '1', 'O' => '0', _ => letter })
            .ToArray());
        return plain.Length == SecretLength + FingerprintLength && plain.All(Alphabet.Contains)
            ? new(plain[..SecretLength], plain[SecretLength..])
            : null;
    }

    public static EnrolmentCode New(ReportingPointKeys keys) =>
        new(RandomNumberGenerator.GetString(Alphabet, SecretLength), FingerprintOf(keys));

    public bool Matches(ReportingPointKeys keys) => Fingerprint == FingerprintOf(keys);

    private static string FingerprintOf(ReportingPointKeys keys)
    {
        var hash = SHA256.HashData([.. keys.EpochPublicKey, .. keys.SigningPublicKey]);
        ulong bits = 0;
        for (var index = 0; index < 5; index++)
        {
            bits = (bits << 8) | hash[index];
        }

        return string.Create(FingerprintLength, bits, static (span, value) =>
        {
            for (var index = span.Length - 1; index >= 0; index--, value >>= 5)
            {
                span[index] = Alphabet[(int)(value & 31)];
            }
        });
    }
}

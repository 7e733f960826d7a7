using System.Security.Cryptography;

namespace FieldKit.Crypto;

/// <summary>
/// 32 secret bytes for paper: eight rows of ten characters (Crockford base32, in two groups of five). A row is four bytes, and a check of
/// 18 bits over its number and its bytes: a row that was typed wrongly, or that stands in another's place, is pointed at
/// (docs/decisions/0016).
/// </summary>
public static class PaperKey
{
    public const int Rows = 8;
    public const int SecretBytes = 32;
    private const int RowBytes = SecretBytes / Rows;
    private const int RowLetters = 10;
    private const int CheckBits = (RowLetters * 5) - (RowBytes * 8);
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Each "XXXXX-XXXXX".</summary>
    /// <exception cref="ArgumentException">The secret is not 32 bytes.</exception>
    public static IReadOnlyList<string> Write(byte[] secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        if (secret.Length != SecretBytes)
        {
            throw new ArgumentException("The secret is not 32 bytes.", nameof(secret));
        }

        return [.. secret.Chunk(RowBytes).Select((bytes, row) => WriteRow(row, bytes))];
    }

    /// <summary>Reads what a person typed: case, spaces and dashes do not matter; I and L are 1, O is 0.</summary>
    /// <param name="rows">Eight.</param>
    /// <returns>The secret, or the first row that is not right, counted from 1 (9: there are more or fewer than eight).</returns>
    public static (byte[]? Secret, int WrongRow) Read(IReadOnlyList<string> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count != Rows)
        {
            return (null, Rows + 1);
        }

        var secret = new byte[SecretBytes];
        for (var row = 0; row < Rows; row++)
        {
            if (!TryReadRow(row, rows[row], secret.AsSpan(row * RowBytes, RowBytes)))
            {
                CryptographicOperations.ZeroMemory(secret);
                return (null, row + 1);
            }
        }

        return (secret, 0);
    }

    private static string WriteRow(int row, byte[] bytes)
    {
        ulong bits = 0;
        foreach (var one in bytes)
        {
            bits = (bits << 8) | one;
        }

        bits = (bits << CheckBits) | Check(row, bytes);
        var letters = new char[RowLetters];
        for (var index = RowLetters - 1; index >= 0; index--, bits >>= 5)
        {
            letters[index] = Alphabet[(int)(bits & 31)];
        }

        return $"{new string(letters, 0, RowLetters / 2)}-{new string(letters, RowLetters / 2, RowLetters / 2)}";
    }

    private static bool TryReadRow(int row, string typed, Span<byte> bytes)
    {
        var letters = typed.ToUpperInvariant()
            .Where(letter => letter is not (' ' or '-' or '\t' or '\r' or '\u00a0'))
            .Select(letter => letter switch { 'I' or 'L' => '1', 'O' => '0', _ => letter })
            .ToArray();
        if (letters.Length != RowLetters || !letters.All(Alphabet.Contains))
        {
            return false;
        }

        var bits = letters.Aggregate(0UL, (read, letter) => (read << 5) | (uint)Alphabet.IndexOf(letter));
        var value = (uint)(bits >> CheckBits);
        for (var index = RowBytes - 1; index >= 0; index--, value >>= 8)
        {
            bytes[index] = (byte)value;
        }

        return (bits & ((1UL << CheckBits) - 1)) == Check(row, bytes);
    }

    private static ulong Check(int row, ReadOnlySpan<byte> bytes)
    {
        var hash = SHA256.HashData([(byte)row, .. bytes]);
        return (((ulong)hash[0] << 16) | ((ulong)hash[1] << 8) | hash[2]) >> (24 - CheckBits);
    }
}

using System.Security.Cryptography;

namespace FieldKit.Crypto.Tests;

public sealed class PaperKeyTests
{
    private static readonly byte[] Secret = [.. Enumerable.Range(0, 32).Select(index => (byte)(index * 7))];

    [Fact]
    public void What_was_written_is_read_again_however_it_was_typed()
    {
        var rows = PaperKey.Write(Secret);

        Assert.All(rows, row => Assert.Matches("^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$", row));
        Assert.Equal((8, 8), (rows.Count, rows.Distinct().Count()));
        Assert.Equal(Secret, PaperKey.Read(rows).Secret);
        Assert.Equal(Secret, PaperKey.Read([.. rows.Select(row => $" {row.ToLowerInvariant().Replace('-', ' ').Replace('0', 'o').Replace('1', 'l')} ")]).Secret);
    }

    [Fact]
    public void A_secret_of_this_version_reads_the_same_for_good() =>
        Assert.Equal(Secret, PaperKey.Read(PaperKey.Write(Secret)).Secret);

    [Fact]
    public void Every_single_wrong_letter_is_found_in_its_row()
    {
        var rows = PaperKey.Write(Secret);
        for (var row = 0; row < rows.Count; row++)
        {
            for (var letter = 0; letter < rows[row].Length; letter++)
            {
                if (rows[row][letter] != '-')
                {
                    var other = rows[row][letter] == 'Z' ? 'Y' : 'Z';
                    string[] typed = [.. rows];
                    typed[row] = rows[row][..letter] + other + rows[row][(letter + 1)..];
                    Assert.Equal((null, row + 1), PaperKey.Read(typed));
                }
            }
        }
    }

    [Fact]
    public void Rows_that_changed_places_are_found()
    {
        string[] rows = [.. PaperKey.Write(Secret)];
        (rows[2], rows[5]) = (rows[5], rows[2]);

        Assert.Equal((null, 3), PaperKey.Read(rows));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ABCDE")]
    [InlineData("UUUUU-UUUUU")]
    [InlineData("00000-000000")]
    public void Something_else_is_no_row(string row)
    {
        string[] rows = [.. PaperKey.Write(Secret)];
        rows[0] = row;

        Assert.Equal((null, 1), PaperKey.Read(rows));
    }

    [Fact]
    public void Seven_rows_are_not_enough() => Assert.Equal((null, 9), PaperKey.Read([.. PaperKey.Write(Secret).Skip(1)]));

    [Fact]
    public void A_key_comes_back_from_its_number()
    {
        using var key = KeyPair.Generate();

        using var again = KeyPair.FromSecret(key.ExportSecret());

        Assert.Equal(key.PublicKey, again.PublicKey);
        Assert.ThrowsAny<CryptographicException>(() => KeyPair.FromSecret(new byte[32]));
    }
}

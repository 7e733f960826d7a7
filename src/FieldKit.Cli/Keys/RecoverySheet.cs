using System.Globalization;
using System.Security.Cryptography;
using FieldKit.Crypto;
using FieldKit.Protocol;

namespace FieldKit.Cli.Keys;

/// <summary>The recovery key as a file to print and to keep: eight rows, each with its number. The rows alone are read; the rest is for people.</summary>
internal static class RecoverySheet
{
    public static string Write(string municipality, KeyPair recovery, DateTimeOffset madeAt)
    {
        var secret = recovery.ExportSecret();
        try
        {
            var rows = PaperKey.Write(secret).Select((row, index) => $"  {index + 1}  {row}");
            return $"""
                FieldKit: herstelsleutel van / recovery key of {municipality}
                Gemaakt op / made on {madeAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}   Kenmerk / fingerprint {KeyFingerprint.Of(recovery.PublicKey)}

                {string.Join("\n", rows)}

                Wie deze acht regels heeft, opent elk signaal van deze gemeente. Druk ze af, leg ze op twee plekken in een kluis, en bewaar
                dit bestand alleen op een versleutelde stick. Zet ze nooit op de server. Oefen: fieldkit keys drill.
                Whoever has these eight rows opens every signal of this municipality. Print them, keep them in two safes, and keep this
                file on an encrypted stick only. Never put them on the server. Practise: fieldkit keys drill.

                """;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    /// <summary>A sheet, or rows alone as somebody typed them over.</summary>
    /// <exception cref="KeysException">A row is missing or not right.</exception>
    public static KeyPair Read(string text)
    {
        string[] lines = [.. text.Split('\n').Select(line => line.Trim())];
        var rows = Enumerable.Range(1, PaperKey.Rows).Select(number => lines.FirstOrDefault(line => IsRow(line, number)))
            .Where(line => line is not null).Select(line => line![1..]).ToList();
        var (secret, wrong) = PaperKey.Read(rows);
        if (secret is null)
        {
            throw new KeysException(wrong > PaperKey.Rows
                ? "Niet alle acht regels staan er, elk met zijn nummer ervoor / not all eight rows are there, each with its number before it."
                : $"Regel {wrong} klopt niet / row {wrong} is not right.");
        }

        try
        {
            return KeyPair.FromSecret(secret);
        }
        catch (CryptographicException)
        {
            throw new KeysException("Dit is geen herstelsleutel / this is no recovery key.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    private static bool IsRow(string line, int number) => line.Length > 2 && line[0] == '0' + number && line[1] == ' ';
}

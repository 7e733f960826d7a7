using System.CommandLine;
using System.Security.Cryptography;
using FieldKit.Crypto;

namespace FieldKit.Cli;

/// <summary>The reporting point's signing key: `signing.key` in its data folder.</summary>
internal static class SigningKeyOption
{
    /// <summary>A PKCS#8 key on P-256 is 138 bytes; anything far longer is another file.</summary>
    private const int MaximumBytes = 4096;

    public static Option<FileInfo> Create(bool required) => new("--key")
    {
        Description = "Ondertekensleutel van het meldpunt (signing.key) / the reporting point's signing key (signing.key)",
        Required = required,
    };

    /// <returns>Null when it cannot be read; what is wrong has then been said.</returns>
    public static SigningKey? TryRead(FileInfo file, TextWriter output)
    {
        if (!file.Exists || file.Length > MaximumBytes)
        {
            output.WriteLine($"{file.Name} is er niet of is geen sleutel / is not there or is no key.");
            return null;
        }

        var bytes = File.ReadAllBytes(file.FullName);
        try
        {
            return SigningKey.Import(bytes);
        }
        catch (CryptographicException)
        {
            output.WriteLine($"{file.Name} is geen ondertekensleutel / is no signing key.");
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }
}

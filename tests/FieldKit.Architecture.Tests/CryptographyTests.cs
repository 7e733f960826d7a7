namespace FieldKit.Architecture.Tests;

/// <summary>A search for primitives finds one project and one named browser adapter (docs/architecture.md).</summary>
public sealed class CryptographyTests
{
    private static readonly string[] AllowedFolders =
        ["src/FieldKit.Crypto/", "src/FieldKit.App/Browser/js/", "src/FieldKit.Desk/Browser/js/"];

    // Hashing, random numbers and constant-time comparison are not listed: identifiers and tokens need them everywhere.
    private static readonly string[] Primitives =
    [
        "Aes", "AesGcm", "AesCcm", "ChaCha20Poly1305", "ECDiffieHellman", "ECDsa", "RSA", "HKDF", "Rfc2898DeriveBytes",
        "HMACSHA256", "HMACSHA512", "crypto.subtle", "CryptoKey", "hash-wasm", "@hpke/core", "@hpke/common",
    ];

    [Fact]
    public void No_primitive_is_named_outside_Crypto_and_the_browser_adapters() =>
        Offenders.None(
            "A cryptographic primitive outside FieldKit.Crypto and the JavaScript adapters:",
            from file in Repository.Files("src", ".cs", ".razor", ".js", ".mjs", ".ts")
            where !AllowedFolders.Any(folder => file.StartsWith(folder, StringComparison.Ordinal)) && !IsBundled(file)
            from mention in CodeText.Mentions(file, Primitives)
            select mention);

    [Fact]
    public void The_reporting_point_names_no_verb_that_opens() =>
        Offenders.None(
            "The reporting point could open what it only carries:",
            from file in Repository.Files("src/FieldKit.ReportingPoint", ".cs")
            from mention in CodeText.Mentions(
                file, "Hpke", "Aead", "KeyPair", "SealedText", "Unpack", "Decrypt", "SignalDocument", "AnswerDocument", "FormAnswer")
            select mention);

    // Made by `npm run build`, git-ignored.
    private static bool IsBundled(string file) => file.Contains("/wwwroot/js/", StringComparison.Ordinal);
}

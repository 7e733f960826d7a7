using System.Security.Cryptography;

namespace FieldKit.Cli;

/// <summary>What the demo staff member types: a password to sign in, a passphrase to open signals.</summary>
internal sealed record DemoSecrets(string Name, string Password, string Passphrase)
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int PasswordGroups = 3;

    /// <summary>25 letters of 31: 123 bits. The wrapped key is in a file; the passphrase alone keeps it closed.</summary>
    private const int PassphraseGroups = 5;

    public static DemoSecrets Random() => new("demo", Groups(PasswordGroups), Groups(PassphraseGroups));

    public string ToText() => $"""
        Balie / desk: /desk/
        Naam / name: {Name}
        Wachtwoord / password: {Password}
        Wachtzin / passphrase: {Passphrase}

        """;

    private static string Groups(int count) =>
        string.Join('-', Enumerable.Range(0, count).Select(_ => RandomNumberGenerator.GetString(Letters, 5)));
}

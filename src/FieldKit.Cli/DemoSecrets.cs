using System.Security.Cryptography;

namespace FieldKit.Cli;

/// <summary>What the demo staff type: a password to sign in, a passphrase to open signals.</summary>
/// <param name="Editor">Of the content, who opens no signals and so has no passphrase; null where there is none.</param>
/// <param name="Administrator">Who invites and shuts out, and opens no signals either; null where there is none.</param>
/// <param name="Weigher">A second person who weighs, and opens signals; null where there is none.</param>
internal sealed record DemoSecrets(
    string Name, string Password, string Passphrase, DemoColleague? Editor = null, DemoColleague? Administrator = null, DemoWeigher? Weigher = null)
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int PasswordGroups = 3;

    /// <summary>25 letters of 31: 123 bits. The wrapped key is in a file; the passphrase alone keeps it closed.</summary>
    private const int PassphraseGroups = 5;

    public static DemoSecrets Random() => new("demo", Groups(PasswordGroups), Groups(PassphraseGroups), new("redactie", Groups(PasswordGroups)), new("beheer", Groups(PasswordGroups)),
        new("weger", Groups(PasswordGroups), Groups(PassphraseGroups)));

    public string ToText() => $"""
        Balie / desk: /desk/
        Naam / name: {Name}
        Wachtwoord / password: {Password}
        Wachtzin / passphrase: {Passphrase}

        """ + (Editor is null ? "" : $"""
        Redactie van de inhoud / content editor: {Editor.Name}
        Wachtwoord redactie / editor's password: {Editor.Password}

        """) + (Administrator is null ? "" : $"""
        Beheerder zonder inbox / administrator without inbox: {Administrator.Name}
        Wachtwoord beheerder / administrator's password: {Administrator.Password}

        """) + (Weigher is null ? "" : $"""
        Tweede weger / second weigher: {Weigher.Name}
        Wachtwoord weger / weigher's password: {Weigher.Password}
        Wachtzin weger / weigher's passphrase: {Weigher.Passphrase}

        """);

    private static string Groups(int count) =>
        string.Join('-', Enumerable.Range(0, count).Select(_ => RandomNumberGenerator.GetString(Letters, 5)));
}

/// <summary>Who publishes content with `fieldkit content publish`, or invites workers, and reads no signals.</summary>
internal sealed record DemoColleague(string Name, string Password);

/// <summary>Who decides with the first one where a step needs two people.</summary>
internal sealed record DemoWeigher(string Name, string Password, string Passphrase);

using System.CommandLine;
using System.Text.Json;
using FieldKit.Cli.Backups;
using FieldKit.Protocol;

namespace FieldKit.Cli.Keys;

/// <summary>
/// `fieldkit keys init --municipality utrecht --name NAME --out FILE --recovery FILE`: a municipality's keys, made away from the server, for
/// the first who holds them and for the recovery key. It overwrites nothing.
/// </summary>
internal static class KeysInitCommand
{
    private const string PassphraseVariable = "FIELDKIT_PASSPHRASE";

    public static Command Create(TimeProvider clock)
    {
        var municipality = new Option<string>("--municipality") { Description = "Zoals in / as in content/municipalities/", Required = true };
        var name = new Option<string>("--name") { Description = "Wie begint: opent signalen en beheert / who begins: opens signals and administers", Required = true };
        var to = new Option<FileInfo>("--out") { Description = "Bestand voor het meldpunt / file for the reporting point", Required = true };
        var recovery = new Option<FileInfo>("--recovery") { Description = "Bestand met de herstelsleutel, om af te drukken; niet voor de server / file with the recovery key, to print; not for the server", Required = true };
        var command = new Command("init", "Maak de sleutels van een gemeente, niet op de server / make a municipality's keys, away from the server") { municipality, name, to, recovery };
        command.SetAction((parsed, _) => BackupOutcome.TellAsync(parsed.InvocationConfiguration.Output, output =>
        {
            Run(parsed.GetRequiredValue(municipality), parsed.GetRequiredValue(name).Trim(), parsed.GetRequiredValue(to).FullName, parsed.GetRequiredValue(recovery).FullName, clock, output);
            return Task.CompletedTask;
        }));
        return command;
    }

    private static void Run(string municipality, string name, string to, string recovery, TimeProvider clock, TextWriter output)
    {
        if (to == recovery)
        {
            throw new KeysException("--out en --recovery zijn hetzelfde bestand / are the same file.");
        }

        foreach (var path in new[] { to, recovery }.Where(File.Exists))
        {
            throw new KeysException($"{Path.GetFileName(path)} bestaat al en wordt niet overschreven / exists and is not overwritten.");
        }

        if (name.Length is < Limits.StaffNameShortest or > Limits.StaffNameLetters)
        {
            throw new KeysException($"--name: {Limits.StaffNameShortest}-{Limits.StaffNameLetters}");
        }

        var password = Secret(Credentials.PasswordVariable, "Wachtwoord om in te loggen / password to sign in", Limits.PasswordShortest, output);
        var passphrase = Secret(PassphraseVariable, "Wachtzin van de sleutel / passphrase of the key", Limits.PassphraseShortest, output);
        if (password == passphrase)
        {
            throw new KeysException("Kies een wachtzin die niet het wachtwoord is: de server ziet het wachtwoord / choose a passphrase that is not the password: the server sees the password.");
        }

        using var ceremony = new KeyCeremony(municipality);
        var setup = ceremony.Add(name, password, passphrase, StaffRoles.Screener, StaffRoles.Weigher, StaffRoles.Administrator).Setup;

        // The sheet first: keys without one could never be recovered, and would be used.
        PrivateFile.Write(recovery, RecoverySheet.Write(municipality, ceremony.Recovery, clock.GetUtcNow()));
        PrivateFile.Write(to, JsonSerializer.Serialize(setup, ProtocolJson.Default.ReportingPointSetup));
        output.WriteLine($"Voor het meldpunt / for the reporting point: {to}");
        output.WriteLine($"Herstelsleutel, alleen hier / recovery key, here only: {recovery}");
        output.WriteLine("Druk hem nu af, leg hem in een kluis, haal hem van deze computer / print it now, put it in a safe, take it off this computer.");
    }

    private static string Secret(string variable, string question, int shortest, TextWriter output) =>
        Credentials.AskNew(variable, question, output) is { } given
            ? given.Length >= shortest ? given : throw new KeysException($"{question}: ten minste / at least {shortest} tekens / characters.")
            : throw new KeysException($"{question}: tweemaal iets anders / the two differ.");
}

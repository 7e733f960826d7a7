using System.CommandLine;
using System.Text.Json;
using FieldKit.Cli.Keys;
using FieldKit.Protocol;

namespace FieldKit.Cli;

/// <summary>`fieldkit setup demo --out FILE`: keys and one staff member to try FieldKit with. What is there is kept.</summary>
internal static class SetupDemoCommand
{
    public static Command Create(TimeProvider clock)
    {
        var to = new Option<FileInfo>("--out") { Description = "Bestand voor het meldpunt / file for the reporting point", Required = true };
        var municipality = new Option<string>("--municipality")
        {
            Description = "Gemeente, zoals in content/municipalities/ / municipality, as in content/municipalities/",
            DefaultValueFactory = _ => "utrecht",
        };
        var command = new Command("demo", "Sleutels en een medewerker om mee te proberen / keys and a staff member to try with") { to, municipality };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(to).FullName, parsed.GetRequiredValue(municipality), clock.GetUtcNow(), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(string path, string municipality, DateTimeOffset now, TextWriter output)
    {
        var secretsPath = path + ".secrets.txt";
        var recoveryPath = path + ".recovery.txt";
        if (!File.Exists(path))
        {
            var secrets = DemoSecrets.Random();
            using var ceremony = new KeyCeremony(municipality);
            var setup = DemoSetup.Create(ceremony, secrets);

            // Secrets first: a setup without them would be of no use, and would be kept.
            PrivateFile.Write(secretsPath, secrets.ToText());
            PrivateFile.Write(recoveryPath, RecoverySheet.Write(municipality, ceremony.Recovery, now));
            PrivateFile.Write(path, JsonSerializer.Serialize(setup, ProtocolJson.Default.ReportingPointSetup));
        }

        if (!File.Exists(secretsPath))
        {
            output.WriteLine($"{Path.GetFileName(secretsPath)} ontbreekt / is missing. Verwijder {Path.GetFileName(path)} om opnieuw te beginnen / delete it to start again.");
            return 1;
        }

        output.Write(File.ReadAllText(secretsPath));
        if (File.Exists(recoveryPath))
        {
            output.WriteLine($"Herstelsleutel, echt in een kluis / recovery key, in a safe for real ones: {Path.GetFileName(recoveryPath)}");
        }

        return 0;
    }
}

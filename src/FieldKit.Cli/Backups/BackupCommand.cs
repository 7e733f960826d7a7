using System.CommandLine;
using FieldKit.Cli.Audit;

namespace FieldKit.Cli.Backups;

/// <summary>`fieldkit backup --data FOLDER --out FOLDER`: a copy of all that a reporting point holds, at one moment, while it runs.</summary>
internal static class BackupCommand
{
    public static Command Create(TimeProvider clock)
    {
        var options = new DatabaseOptions(keysAreNeeded: true);
        var to = new Option<DirectoryInfo>("--out") { Description = "Nieuwe map voor de backup / new folder for the backup", Required = true };
        var command = new Command("backup", "Kopieer alles van een meldpunt terwijl het draait / copy all of a reporting point while it runs") { to };
        options.AddTo(command);
        command.SetAction((parsed, cancellation) => BackupOutcome.TellAsync(
            parsed.InvocationConfiguration.Output,
            output => RunAsync(options.DataOf(parsed), options.DatabaseOf(parsed), parsed.GetRequiredValue(to), clock, output, cancellation)));
        return command;
    }

    private static async Task RunAsync(
        DirectoryInfo data, IKeptDatabase database, DirectoryInfo to, TimeProvider clock, TextWriter output, CancellationToken cancellation)
    {
        var key = new FileInfo(Path.Combine(data.FullName, BackupFolder.SigningKey));
        if (!key.Exists)
        {
            throw new BackupException($"In {data.Name} staat geen {key.Name} / holds no {key.Name}.");
        }

        var folder = new BackupFolder(to);
        folder.Create();
        var contents = await database.CopyAsync(folder.PathOf(database.FileName), cancellation);

        // Without it a restored reporting point would be a stranger to every device.
        PrivateFile.Write(folder.PathOf(key.Name), await File.ReadAllBytesAsync(key.FullName, cancellation));
        var manifest = await folder.SealAsync(clock.GetUtcNow(), database.Kind, contents, [database.FileName, key.Name], cancellation);
        output.WriteLine($"Backup: {to.FullName}");
        output.WriteLine($"{manifest.Envelopes} verzegelde berichten / sealed messages");
        if (manifest.Audit is { } end)
        {
            output.WriteLine($"Logboek tot en met / audit log up to {new KnownEntry(end.Sequence, Convert.ToHexStringLower(end.Hash))}");
        }

        output.WriteLine("Bewaar hem even zorgvuldig als de gegevensmap: de ondertekensleutel zit erin / keep it as safe as the data folder: it holds the signing key.");
    }
}

using System.CommandLine;
using System.Globalization;

namespace FieldKit.Cli.Backups;

/// <summary>
/// `fieldkit restore BACKUP --data FOLDER`: puts a backup where no database is, as another instance, so that devices notice and
/// offer again what came in since. It overwrites nothing.
/// </summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var options = new DatabaseOptions(keysAreNeeded: true);
        var from = new Argument<DirectoryInfo>("backup") { Description = "Map die / folder that `fieldkit backup` maakte / made" };
        var command = new Command("restore", "Zet een backup terug; het meldpunt staat stil / put a backup back; the reporting point is stopped") { from };
        options.AddTo(command);
        command.SetAction((parsed, cancellation) => BackupOutcome.TellAsync(
            parsed.InvocationConfiguration.Output,
            output => RunAsync(parsed.GetRequiredValue(from), options.DataOf(parsed), options.DatabaseOf(parsed), output, cancellation)));
        return command;
    }

    private static async Task RunAsync(DirectoryInfo from, DirectoryInfo data, IKeptDatabase database, TextWriter output, CancellationToken cancellation)
    {
        var folder = new BackupFolder(from);
        var manifest = await folder.OpenAsync(cancellation);
        if (manifest.Database != database.Kind)
        {
            throw new BackupException($"Deze backup is van {manifest.Database}, niet van {database.Kind} / this backup is of {manifest.Database}, not of {database.Kind}.");
        }

        using var alone = DataFolderLock.Take(data);
        await database.RequireRoomAsync(cancellation);
        PutKeyBack(folder, data);

        // Last: whatever cuts this off before, there is no database yet and the command can be given again.
        var instance = Guid.NewGuid();
        await database.PutBackAsync(folder.PathOf(database.FileName), new(manifest.Envelopes, manifest.Audit), instance, cancellation);
        var made = manifest.MadeAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        output.WriteLine($"Teruggezet / restored: {manifest.Envelopes} verzegelde berichten / sealed messages, {made} UTC.");
        output.WriteLine($"Het meldpunt is vanaf nu / from now on the reporting point is {instance:D}: toestellen bieden opnieuw aan wat daarna kwam / devices offer again what came in after that.");
        output.WriteLine($"Meld opnieuw af wat na {made} UTC is afgemeld / revoke again what was revoked after {made} UTC: fieldkit devices revoke");
    }

    private static void PutKeyBack(BackupFolder folder, DirectoryInfo data)
    {
        var key = File.ReadAllBytes(folder.PathOf(BackupFolder.SigningKey));
        var there = new FileInfo(Path.Combine(data.FullName, BackupFolder.SigningKey));
        if (!there.Exists)
        {
            PrivateFile.Write(there.FullName, key);
        }
        else if (!File.ReadAllBytes(there.FullName).AsSpan().SequenceEqual(key))
        {
            throw new BackupException($"In {data.Name} staat een andere {there.Name}. Zet die map eerst apart / holds another {there.Name}: put that folder aside first.");
        }
    }
}

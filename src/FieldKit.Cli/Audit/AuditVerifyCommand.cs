using System.CommandLine;
using System.Globalization;
using FieldKit.Cli.Backups;
using FieldKit.Protocol;

namespace FieldKit.Cli.Audit;

/// <summary>
/// `fieldkit audit verify --data FOLDER [--known NUMBER:HASH]`: whether the audit log hangs together, and still holds the entries
/// that were written down elsewhere. Without those, who holds the database can have written a whole new log.
/// </summary>
internal static class AuditVerifyCommand
{
    public static Command Create()
    {
        var options = new DatabaseOptions(keysAreNeeded: false);
        var known = KnownEntry.CreateOption();
        var command = new Command("verify", "Ga na of het logboek klopt; het meldpunt mag draaien / check whether the audit log holds; the reporting point may run") { known };
        options.AddTo(command);
        command.SetAction((parsed, cancellation) => BackupOutcome.TellAsync(
            parsed.InvocationConfiguration.Output,
            output => RunAsync(options.DatabaseOf(parsed), parsed.GetValue(known) ?? [], output, cancellation)));
        return command;
    }

    private static async Task RunAsync(IKeptDatabase database, KnownEntry[] known, TextWriter output, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = ("SELECT * FROM audit ORDER BY sequence", 0);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var columns = new AuditColumns(rows);
        AuditEntry? last = null;
        var found = new HashSet<KnownEntry>();
        if (AuditChain.FirstBreak(Entries()) is { } sequence)
        {
            throw new BackupException(
                $"Het logboek klopt niet bij nummer {sequence}: daar is iets veranderd, weggehaald of tussengevoegd / the audit log does not hold at number {sequence}: something was changed, taken out or put in.");
        }

        if (known.FirstOrDefault(entry => !found.Contains(entry)) is { } missing)
        {
            throw new BackupException(
                $"Het logboek hangt samen, maar is een ander dan waarin {missing} stond; het eindigt bij {last?.Sequence ?? 0} / the audit log hangs together, but is another than the one that held {missing}; it ends at {last?.Sequence ?? 0}.");
        }

        output.WriteLine(last is null
            ? "Het logboek is leeg / the audit log is empty."
            : string.Create(CultureInfo.InvariantCulture, $"Het logboek klopt / the audit log holds: {last.Sequence} regels / entries, tot / up to {last.At:yyyy-MM-dd HH:mm} UTC.\n{new KnownEntry(last.Sequence, Convert.ToHexStringLower(last.Hash))}"));

        IEnumerable<AuditEntry> Entries()
        {
            while (rows.Read())
            {
                last = columns.Read(rows);
                found.UnionWith(known.Where(entry => entry.Sequence == last.Sequence && entry.Hash == Convert.ToHexStringLower(last.Hash)));
                yield return last;
            }
        }
    }
}

using System.Globalization;
using FieldKit.Device.Store;
using Microsoft.Data.Sqlite;

namespace FieldKit.Device.Sqlite;

/// <summary>
/// The format of the file: its user_version counts the steps that were taken. A step is never changed or removed, so that a file
/// of every earlier version opens; a change of what is stored is a new step at the end, and a new sample vault (tests/FieldKit.SampleVaults).
/// </summary>
internal static class SqliteFormat
{
    private static readonly string[] Steps =
    [
        // The first versions made this table without counting. Records lie in the order of their key, on pages that hold several
        // signals: those of one store are neighbours, so that a queue is read, and taken off, in a few pages.
        """
        CREATE TABLE IF NOT EXISTS records (
            store TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, bytes BLOB NOT NULL,
            PRIMARY KEY (store, id)) WITHOUT ROWID;
        """,
    ];

    /// <exception cref="NewerStoreException">A newer version wrote the file; nothing was changed.</exception>
    public static void Bring(SqliteConnection connection)
    {
        if (Known(connection, null) == Steps.Length)
        {
            Run(connection, null, "PRAGMA synchronous = FULL;");
            return;
        }

        Run(connection, null, "PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        // Takes the write lock at once: another process may do the same at this moment.
        using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var step in Steps.Skip(Known(connection, transaction)))
        {
            Run(connection, transaction, step);
        }

        Run(connection, transaction, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {Steps.Length};"));
        transaction.Commit();
    }

    private static int Known(SqliteConnection connection, SqliteTransaction? transaction)
    {
        using var command = Command(connection, transaction, "PRAGMA user_version;");
        var format = (long)command.ExecuteScalar()!;
        return format <= Steps.Length ? (int)format : throw new NewerStoreException(format);
    }

    private static void Run(SqliteConnection connection, SqliteTransaction? transaction, string text)
    {
        using var command = Command(connection, transaction, text);
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Command(SqliteConnection connection, SqliteTransaction? transaction, string text)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (text, transaction);
        return command;
    }
}

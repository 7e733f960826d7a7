using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace FieldKit.Cli.Backups;

/// <summary>The embedded database in a data folder.</summary>
internal sealed class SqliteFile(DirectoryInfo data) : IKeptDatabase
{
    private readonly string path = Path.Combine(data.FullName, "reportingpoint.db");

    public string Kind => "sqlite";

    public string FileName => "reportingpoint.db";

    public async Task<DatabaseContents> CopyAsync(string file, CancellationToken cancellation)
    {
        try
        {
            await using (var source = Open())
            {
                // One reader's view, while writers go on. And without the pages of what was removed: it is not to live on in backups.
                await ExecuteAsync(source, "VACUUM INTO $text", file, cancellation);
            }

            // A damaged page is found now, not on the day that the copy is needed.
            await using var copy = Open(file, SqliteOpenMode.ReadOnly);
            await RequireWholeAsync(copy, cancellation);
            return await ContentsQuery.RunAsync(copy, null, cancellation);
        }
        catch (SqliteException failure)
        {
            throw new BackupException($"De database kan niet worden gekopieerd / the database cannot be copied: {failure.Message}");
        }
    }

    public Task<DbConnection> OpenAsync(CancellationToken cancellation) => Task.FromResult<DbConnection>(Open());

    /// <summary>Nor what a database leaves behind that is moved without it: SQLite would take it for the new one's.</summary>
    public Task RequireRoomAsync(CancellationToken cancellation) => new[] { "", "-wal", "-journal" }.Any(rest => File.Exists(path + rest))
        ? throw new BackupException($"In {data.Name} staat al een database. Zet die map eerst apart / already holds a database: put that folder aside first.")
        : Task.CompletedTask;

    public async Task PutBackAsync(string file, DatabaseContents expected, Guid instance, CancellationToken cancellation)
    {
        var unfinished = path + ".new";
        try
        {
            File.Delete(unfinished);
            File.Copy(file, unfinished);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(unfinished, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            await using (var copy = Open(unfinished, SqliteOpenMode.ReadWrite))
            {
                await RequireWholeAsync(copy, cancellation);

                // Flushed to the disk with the commit, the copied pages too: they are one file.
                await ExecuteAsync(copy, $"PRAGMA synchronous = FULL; UPDATE reporting_point SET instance = x'{Convert.ToHexString(instance.ToByteArray(bigEndian: true))}'", null, cancellation);
            }

            File.Move(unfinished, path);
        }
        catch (SqliteException failure)
        {
            throw new BackupException($"De kopie kan niet worden gebruikt / the copy cannot be used: {failure.Message}");
        }
    }

    private static async Task RequireWholeAsync(SqliteConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = ("PRAGMA integrity_check", 0);
        if (await command.ExecuteScalarAsync(cancellation) is not "ok")
        {
            throw new BackupException("De database is beschadigd / the database is damaged.");
        }
    }

    // Also to read: what a server that was killed left in the write-ahead log is part of it.
    private SqliteConnection Open() => File.Exists(path)
        ? Open(path, SqliteOpenMode.ReadWrite)
        : throw new BackupException($"In {data.Name} staat geen database / holds no database.");

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string statement, string? text, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (statement, 0);
        if (text is not null)
        {
            command.Parameters.AddWithValue("$text", text);
        }

        await command.ExecuteNonQueryAsync(cancellation);
    }
}

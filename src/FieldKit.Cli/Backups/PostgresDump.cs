using System.Data.Common;
using System.Globalization;
using Npgsql;

namespace FieldKit.Cli.Backups;

/// <summary>A database in PostgreSQL, copied and put back by PostgreSQL's own programs: they know all that a database is made of.</summary>
internal sealed class PostgresDump(NpgsqlConnectionStringBuilder database) : IKeptDatabase
{
    public string Kind => "postgres";

    public string FileName => "database.dump";

    public async Task<DatabaseContents> CopyAsync(string file, CancellationToken cancellation)
    {
        await using var connection = await ConnectAsync(cancellation);
        try
        {
            // Counted and copied in the same snapshot, while nodes go on writing.
            await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
            await using var export = new NpgsqlCommand("SELECT pg_export_snapshot()", connection, transaction);
            var snapshot = (string)(await export.ExecuteScalarAsync(cancellation))!;
            var contents = await ContentsQuery.RunAsync(connection, transaction, cancellation);
            await PostgresProgram.RunAsync(
                database, "pg_dump", ["--format=custom", "--no-owner", "--no-privileges", $"--snapshot={snapshot}", $"--file={file}"], cancellation);
            return contents;
        }
        catch (NpgsqlException failure)
        {
            throw new BackupException($"De database kan niet worden gekopieerd / the database cannot be copied: {failure.Message}");
        }
    }

    public async Task<DbConnection> OpenAsync(CancellationToken cancellation) => await ConnectAsync(cancellation);

    public async Task RequireRoomAsync(CancellationToken cancellation)
    {
        await using var connection = await ConnectAsync(cancellation);
        await using var command = new NpgsqlCommand("SELECT to_regclass('reporting_point') IS NULL", connection);
        if (await command.ExecuteScalarAsync(cancellation) is not true)
        {
            throw new BackupException("In die database staat al een meldpunt. Maak een lege / that database already holds a reporting point: make an empty one.");
        }
    }

    /// <summary>One transaction around all: tables, rows, the count and the new instance. Cut off anywhere, it did not happen.</summary>
    public Task PutBackAsync(string file, DatabaseContents expected, Guid instance, CancellationToken cancellation) => PostgresProgram.PipeAsync(
        database,
        ("pg_restore", ["--file=-", "--no-owner", "--no-privileges", file]),
        ("psql", ["--quiet", "--no-psqlrc", "--set=ON_ERROR_STOP=1", "--output=/dev/null", "--file=-"]),
        ("BEGIN;\n", string.Create(CultureInfo.InvariantCulture, $"""

            SET LOCAL search_path = public;
            DO $$ BEGIN
              IF (SELECT count(*) FROM envelopes) <> {expected.Envelopes} THEN RAISE EXCEPTION 'Not as many envelopes as were backed up.'; END IF;
            END $$;
            UPDATE reporting_point SET instance = '{instance:D}';
            COMMIT;

            """)),
        cancellation);

    private async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection(database.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            return connection;
        }
        catch (NpgsqlException failure)
        {
            await connection.DisposeAsync();
            throw new BackupException($"Geen verbinding met de database / no connection to the database: {failure.Message}");
        }
    }
}

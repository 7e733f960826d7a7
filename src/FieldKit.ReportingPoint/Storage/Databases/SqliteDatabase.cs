using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Storage.Databases;

/// <summary>The embedded database: one file, one process, one writer at a time.</summary>
internal sealed class SqliteDatabase : IDatabase, IDisposable
{
    private readonly string connectionString;
    private readonly SqliteQuestions questions;

    // SQLite has one writer anyway; queueing here is fair and costs no thread, where its own waiting sleeps and may starve.
    private readonly SemaphoreSlim writer = new(1, 1);

    public SqliteDatabase(DataFolder folder)
    {
        connectionString = new SqliteConnectionStringBuilder { DataSource = folder.File("reportingpoint.db") }.ToString();
        questions = new(Open);
    }

    public string HoldingTheRow => "";

    public void Use(DbContextOptionsBuilder options) => options.UseSqlite(connectionString).AddInterceptors(new DurableSqlite());

    public ValueTask<DbConnection> OpenAsync(CancellationToken cancellation) => new(Open());

    public ValueTask<Question> AskAsync(string text, CancellationToken cancellation) => new(questions.Take(text));

    /// <summary>The data folder is ours alone (<see cref="DataFolder"/>).</summary>
    public async Task<IAsyncDisposable> PrepareAloneAsync(CancellationToken cancellation)
    {
        var connection = await OpenAsync(cancellation);
        await using var command = connection.CreateCommand();

        // Pages that hold several sealed signals: a commit of a hundred writes fewer bytes.
        // And a process that was killed during a migration leaves a lock row behind that would hold up every later start.
        command.CommandText = "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; DROP TABLE IF EXISTS __EFMigrationsLock";
        await command.ExecuteNonQueryAsync(cancellation);
        return connection;
    }

    public async Task<IDisposable?> QueueToWriteAsync(CancellationToken cancellation)
    {
        await writer.WaitAsync(cancellation);
        return new Turn(writer);
    }

    public string IsOneOf(IReadOnlyList<Guid> ids, DbCommand command) =>
        $"IN ({string.Join(',', ids.Select(id => $"x'{Convert.ToHexString(IdBytes.Of(id))}'"))})";

    public object Stored(Guid id) => IdBytes.Of(id);

    public Guid ReadId(DbDataReader row, int column) => IdBytes.Read(row.GetFieldValue<byte[]>(column));

    /// <summary>The write-ahead log still has the pages as they were. With a reader in the way it stays, until the next time.</summary>
    public async Task ForgetAsync(CancellationToken cancellation)
    {
        using var queued = await QueueToWriteAsync(cancellation);
        await using var connection = await OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public async Task KeepAsync(NewEnvelopes envelopes, DbCommand command, IReadOnlyList<string> changes, CancellationToken cancellation)
    {
        using (var insert = new SqliteInsert((SqliteConnection)command.Connection!, envelopes))
        {
            foreach (var row in envelopes.Rows)
            {
                insert.Add(row);
            }
        }

        command.CommandText = string.Join(';', changes);
        await command.ExecuteNonQueryAsync(cancellation);
        await command.Transaction!.CommitAsync(cancellation);
    }

    /// <summary>Lets go of the file: what stands in the write-ahead log is put in it, and whoever replaces it meets nobody.</summary>
    public void Dispose()
    {
        questions.Dispose();
        writer.Dispose();
        using var ofThisFile = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(ofThisFile);
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        DurableSqlite.Make(connection);
        return connection;
    }

    private sealed class Turn(SemaphoreSlim writer) : IDisposable
    {
        public void Dispose() => writer.Release();
    }
}

using Microsoft.Data.Sqlite;

namespace FieldKit.Benchmarks.Sync;

internal sealed class PlainSqlite : IPlainStore
{
    private readonly SqliteConnection connection;
    private readonly SemaphoreSlim turn = new(1, 1);

    public PlainSqlite(string file)
    {
        connection = new($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE blobs (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)";
        command.ExecuteNonQuery();
    }

    public async Task KeepAsync(IReadOnlyList<byte[]> blobs)
    {
        await turn.WaitAsync();
        try
        {
            using var transaction = connection.BeginTransaction();
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO blobs (bytes) VALUES ($bytes)";
            var value = insert.Parameters.Add("$bytes", SqliteType.Blob);
            foreach (var blob in blobs)
            {
                value.Value = blob;
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }
        finally
        {
            turn.Release();
        }
    }

    public ValueTask DisposeAsync()
    {
        turn.Dispose();
        return connection.DisposeAsync();
    }
}

using Npgsql;

namespace FieldKit.Benchmarks.Sync;

/// <summary>One statement a transaction: the fewest round trips there can be.</summary>
internal sealed class PlainPostgres(NpgsqlDataSource source) : IPlainStore
{
    public static async Task<PlainPostgres> OpenAsync(string connection)
    {
        var source = NpgsqlDataSource.Create(connection);
        await using var create = source.CreateCommand("CREATE TABLE blobs (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, bytes BYTEA NOT NULL)");
        await create.ExecuteNonQueryAsync();
        return new(source);
    }

    public async Task KeepAsync(IReadOnlyList<byte[]> blobs)
    {
        await using var insert = source.CreateCommand("INSERT INTO blobs (bytes) SELECT unnest(@blobs)");
        insert.Parameters.AddWithValue("blobs", blobs.ToArray());
        await insert.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();
}

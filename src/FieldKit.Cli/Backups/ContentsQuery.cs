using System.Data.Common;

namespace FieldKit.Cli.Backups;

/// <summary>Asked in the same words of both databases.</summary>
internal static class ContentsQuery
{
    public static async Task<DatabaseContents> RunAsync(DbConnection connection, DbTransaction? transaction, CancellationToken cancellation)
    {
        await using var count = connection.CreateCommand();
        (count.Transaction, count.CommandText, count.CommandTimeout) = (transaction, "SELECT count(*) FROM envelopes", 0);
        var envelopes = (long)(await count.ExecuteScalarAsync(cancellation))!;

        await using var last = connection.CreateCommand();
        (last.Transaction, last.CommandText) = (transaction, "SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1");
        await using var row = await last.ExecuteReaderAsync(cancellation);
        return new(envelopes, await row.ReadAsync(cancellation) ? new(row.GetInt64(0), row.GetFieldValue<byte[]>(1)) : null);
    }
}

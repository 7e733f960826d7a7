using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FieldKit.ReportingPoint.Storage.Databases;

/// <summary>A commit is on disk before it is answered: the write-ahead log is flushed with every commit. New connections have to be told.</summary>
internal sealed class DurableSqlite : DbConnectionInterceptor
{
    public static void Make(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = FULL";
        command.ExecuteNonQuery();
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Make(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Make(connection);
        return Task.CompletedTask;
    }
}

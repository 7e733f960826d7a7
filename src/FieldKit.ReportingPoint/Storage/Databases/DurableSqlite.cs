using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FieldKit.ReportingPoint.Storage.Databases;

/// <summary>
/// A commit is on disk before it is answered: the write-ahead log is flushed with every commit. And what is deleted is overwritten, not
/// only let go of. New connections have to be told both.
/// </summary>
internal sealed class DurableSqlite : DbConnectionInterceptor
{
    public static void Make(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON";
        command.ExecuteNonQuery();
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Make(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Make(connection);
        return Task.CompletedTask;
    }
}

using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace FieldKit.ReportingPoint.Storage.Databases;

/// <summary>
/// A commit is on disk before it is answered: the write-ahead log is flushed with every commit. And what is deleted is overwritten, not
/// only let go of. New connections have to be told both; one from the pool remembers.
/// </summary>
internal sealed class DurableSqlite : DbConnectionInterceptor
{
    private static readonly ConditionalWeakTable<sqlite3, object?> Told = [];

    public static void Make(DbConnection connection)
    {
        var handle = ((SqliteConnection)connection).Handle!;
        if (Told.TryGetValue(handle, out _))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON";
        command.ExecuteNonQuery();
        Told.AddOrUpdate(handle, null);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Make(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Make(connection);
        return Task.CompletedTask;
    }
}

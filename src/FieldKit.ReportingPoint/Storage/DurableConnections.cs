using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FieldKit.ReportingPoint.Storage;

/// <summary>Gives Entity Framework's connections the same durability as those that <see cref="SqliteFile"/> opens.</summary>
internal sealed class DurableConnections : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        SqliteFile.MakeDurable((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        SqliteFile.MakeDurable((SqliteConnection)connection);
        return Task.CompletedTask;
    }
}

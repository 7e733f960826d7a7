using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Storage;

/// <summary>Brings the tables up to date before anything else starts.</summary>
internal sealed class DatabasePreparation(SqliteFile file, IDbContextFactory<ReportingPointDb> databases) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellation)
    {
        file.Prepare();
        await using var db = await databases.CreateDbContextAsync(cancellation);

        // A process killed during a migration leaves its lock row behind and would hold up every later start.
        // The data folder is ours alone (DataFolder), so whoever left it is gone.
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS __EFMigrationsLock", cancellation);
        await db.Database.MigrateAsync(cancellation);
        if (!await db.ReportingPoint.AnyAsync(cancellation))
        {
            db.Add(new ReportingPointRow { Instance = Guid.NewGuid() });
            await db.SaveChangesAsync(cancellation);
        }
    }

    public Task StopAsync(CancellationToken cancellation) => Task.CompletedTask;
}

using FieldKit.ReportingPoint.Storage.Databases;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Storage;

/// <summary>Brings the tables up to date before anything else starts; of several nodes that start together one does, and the rest wait.</summary>
internal sealed class DatabasePreparation(IDatabase database, IDbContextFactory<ReportingPointDb> databases, IDataProtectionProvider sessions) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellation)
    {
        await using var alone = await database.PrepareAloneAsync(cancellation);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await db.Database.MigrateAsync(cancellation);
        if (!await db.ReportingPoint.AnyAsync(cancellation))
        {
            db.Add(new ReportingPointRow { Instance = Guid.NewGuid() });
            await db.SaveChangesAsync(cancellation);
        }

        // Makes the first session key, or reads the one that is there. Left to the first sign-in, each node would make its own
        // and not know the others' for a day.
        sessions.CreateProtector("first key").Protect([]);
    }

    public Task StopAsync(CancellationToken cancellation) => Task.CompletedTask;
}

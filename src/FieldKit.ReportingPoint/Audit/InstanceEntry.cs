using FieldKit.Protocol;
using FieldKit.ReportingPoint.Storage;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Audit;

/// <summary>Writes into the audit log that this reporting point began, or goes on as another instance: somebody put a backup back.</summary>
internal sealed class InstanceEntry(IDbContextFactory<ReportingPointDb> databases, WriteGate gate, TimeProvider clock) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var turn = await gate.EnterAsync(db, municipality: null, cancellation);
        var instance = (await db.ReportingPoint.Select(row => row.Instance).SingleAsync(cancellation)).ToString("D");
        var told = await db.Audit
            .Where(row => row.Action == AuditActions.InstanceBegan)
            .OrderByDescending(row => row.Sequence)
            .Select(row => row.Subject)
            .FirstOrDefaultAsync(cancellation);
        if (told != instance)
        {
            await new AuditLog(db, gate, clock).AppendAsync(AuditLog.WholeInstallation, AuditLog.Nobody, AuditActions.InstanceBegan, instance);
            await turn.SaveAsync();
        }
    }

    public Task StopAsync(CancellationToken cancellation) => Task.CompletedTask;
}

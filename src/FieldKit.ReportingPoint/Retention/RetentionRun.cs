using FieldKit.Domain.Municipalities;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Content;
using FieldKit.ReportingPoint.Staff.Live;
using FieldKit.ReportingPoint.Storage;
using Microsoft.EntityFrameworkCore;
using IDatabase = FieldKit.ReportingPoint.Storage.Databases.IDatabase;

namespace FieldKit.ReportingPoint.Retention;

/// <summary>
/// Goes through the stages that have a term and clears what is due, a little in each turn, so that exchanges get in between. A
/// run that is cut off leaves whole signals, and the next one goes on.
/// </summary>
internal sealed class RetentionRun(
    IDbContextFactory<ReportingPointDb> databases, IDatabase database, WriteGate gate, LatestContent latest, PublishedContent content, InboxBell bell,
    TimeProvider clock)
{
    /// <summary>Of one municipality in one run: the rest waits for the next. Whatever went wrong with a term or a clock, it goes slowly enough to be seen.</summary>
    public const int MostInARun = 500;

    /// <returns>How many signals were cleared, by this node.</returns>
    public async Task<int> ClearAsync(CancellationToken cancellation)
    {
        await latest.LookAsync(cancellation);
        var cleared = 0;
        foreach (var id in await MunicipalitiesAsync(cancellation))
        {
            var time = await MoveClockAsync(id, cancellation);
            cleared += content.Municipality(id) is { } municipality ? await ClearAsync(municipality, time, cancellation) : 0;
        }

        await database.ForgetAsync(cancellation);
        return cleared;
    }

    private async Task<List<string>> MunicipalitiesAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Municipalities.OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(cancellation);
    }

    private async Task<DateTimeOffset> MoveClockAsync(string municipality, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var turn = await gate.EnterAsync(db, municipality, cancellation);
        var row = await db.Municipalities.SingleAsync(row => row.Id == municipality, cancellation);
        var now = clock.GetUtcNow();
        if (row.RetentionClock == RetentionClock.NotBegun)
        {
            // Signals from before there were terms: nobody was told that they would go, so they have a whole one from here on.
            await db.Progress
                .Where(progress => progress.Municipality == municipality && progress.OpenedAt != null && progress.LastAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(progress => progress.LastAt, now), cancellation);
        }

        row.RetentionClock = RetentionClock.Next(row.RetentionClock, now);
        await turn.SaveAsync();
        return row.RetentionClock;
    }

    private async Task<int> ClearAsync(Municipality municipality, DateTimeOffset time, CancellationToken cancellation)
    {
        var cleared = 0;
        foreach (var stage in municipality.Stages)
        {
            var more = stage.KeepDays is not null;
            while (more && cleared < MostInARun)
            {
                await using var db = await databases.CreateDbContextAsync(cancellation);
                await using var turn = await gate.EnterAsync(db, municipality.Id, cancellation);
                var batch = new ClearingBatch(db, new AuditLog(db, gate, clock), municipality.Id, stage);
                more = await batch.ClearAsync(time, cancellation);
                await turn.SaveAsync();
                cleared += batch.Cleared;
            }
        }

        if (cleared > 0)
        {
            bell.Ring(municipality.Id);
        }

        return cleared;
    }
}

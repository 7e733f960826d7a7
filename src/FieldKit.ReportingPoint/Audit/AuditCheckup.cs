using FieldKit.Protocol;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Staff;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Audit;

/// <summary>
/// Goes through the chain of all municipalities, an entry at a time, and tells of the reader's own only. That somebody asked is a line
/// itself, written afterwards.
/// </summary>
internal sealed class AuditCheckup(ReportingPointDb db, CurrentStaff current, AuditCheckTurn turn, AuditNotes notes, TimeProvider clock)
{
    private static readonly TimeSpan waitForTheOther = TimeSpan.FromSeconds(10);

    public async Task<IResult> CheckAsync(CancellationToken cancellation)
    {
        if (!turn.TryTake())
        {
            return new RetryLater(waitForTheOther);
        }

        try
        {
            var found = await FindAsync(cancellation);
            await notes.NoteAsync(AuditActions.LogChecked, found.State);
            return Results.Json(found, ProtocolJson.Default.AuditCheck);
        }
        finally
        {
            turn.GiveBack();
        }
    }

    private async Task<AuditCheck> FindAsync(CancellationToken cancellation)
    {
        var chain = new AuditChecking();
        var (own, last, broken) = (0L, (AuditRow?)null, (AuditRow?)null);
        await foreach (var row in db.Audit.AsNoTracking().OrderBy(row => row.Sequence).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (!chain.Holds(row.ToEntry()))
            {
                broken = row;
                break;
            }

            own += row.Municipality == current.Municipality ? 1 : 0;
            last = row.Municipality == current.Municipality ? row : last;
        }

        if (broken is not null)
        {
            return await BrokenAsync(broken, cancellation);
        }

        var placed = await PlacedAsync(chain.Sequence, cancellation);
        return await SaidAsync(placed == own ? AuditStates.Whole : AuditStates.LinesMissing, last, broken: null, cancellation);
    }

    private async Task<AuditCheck> BrokenAsync(AuditRow at, CancellationToken cancellation)
    {
        var isOwn = at.Municipality == current.Municipality
            || (at.Municipality is null && await Places().AnyAsync(place => place.Sequence == at.Sequence, cancellation));
        return isOwn
            ? await SaidAsync(AuditStates.Broken, last: null, at, cancellation)
            : await SaidAsync(AuditStates.BrokenElsewhere, last: null, broken: null, cancellation);
    }

    private async Task<AuditCheck> SaidAsync(string state, AuditRow? last, AuditRow? broken, CancellationToken cancellation) => new(
        state, clock.GetUtcNow(), await Places().LongCountAsync(cancellation),
        last is null ? null : AuditPages.LineOf(last, null), broken is null ? null : AuditPages.LineOf(broken, null));

    /// <returns>How many lines that are the municipality's by their own word are found by their place.</returns>
    private Task<int> PlacedAsync(long upTo, CancellationToken cancellation)
    {
        var own = current.Municipality;
        return Places().Where(place => place.Sequence <= upTo)
            .Join(db.Audit, place => place.Sequence, row => row.Sequence, (place, row) => row.Municipality)
            .CountAsync(municipality => municipality == own, cancellation);
    }

    private IQueryable<AuditPlaceRow> Places() => db.AuditPlaces.Where(place => place.Municipality == current.Municipality);
}

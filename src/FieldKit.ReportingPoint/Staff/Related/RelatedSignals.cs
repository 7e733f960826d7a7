using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff.Related;

/// <summary>
/// Signals that belong together because a person says so, and only because of that: nothing here looks for likeness, and what is beside what is
/// beside a third is not beside that. The link goes with the first of the two that is cleared.
/// </summary>
internal sealed class RelatedSignals(ReportingPointDb db, WriteGate gate, CurrentStaff current, InboxItems items, AuditLog audit, TimeProvider clock)
{
    public async Task<IResult> LinkAsync(Guid signal, Guid other)
    {
        if (signal == other)
        {
            return Refusal.Malformed;
        }

        await using var turn = await gate.EnterAsync(db, current.Municipality, CancellationToken.None);
        if (await PairAsync(signal, other) is not { } pair)
        {
            return Refusal.NotFound;
        }

        if (await Of(pair).AnyAsync())
        {
            return Results.NoContent();
        }

        if (pair.IsWithdrawn)
        {
            return Refusal.Withdrawn;
        }

        foreach (var one in new[] { signal, other })
        {
            if (await With(one).CountAsync() >= Limits.RelatedSignals)
            {
                return Refusal.RelatedFull;
            }
        }

        db.Add(new RelatedRow
        {
            Municipality = current.Municipality, First = pair.First, Second = pair.Second, LinkedBy = current.Member.Id, LinkedAt = clock.GetUtcNow(),
        });
        await audit.AppendAsync(current.Municipality, current.Member.Id, AuditActions.SignalsLinked, $"{signal:D} {other:D}");
        await turn.SaveAsync();
        return Results.NoContent();
    }

    public async Task<IResult> UnlinkAsync(Guid signal, Guid other)
    {
        await using var turn = await gate.EnterAsync(db, current.Municipality, CancellationToken.None);
        if (await PairAsync(signal, other) is not { } pair)
        {
            return Refusal.NotFound;
        }

        if (await Of(pair).SingleOrDefaultAsync() is { } row)
        {
            db.Remove(row);
            await audit.AppendAsync(current.Municipality, current.Member.Id, AuditActions.SignalsUnlinked, $"{signal:D} {other:D}");
            await turn.SaveAsync();
        }

        return Results.NoContent();
    }

    /// <returns>What is beside this signal, as the inbox tells of it; oldest link first.</returns>
    public async Task<IReadOnlyList<RelatedSignal>> OfAsync(Guid signal)
    {
        var rows = await With(signal).AsNoTracking().OrderBy(row => row.LinkedAt).ToListAsync();
        if (rows.Count == 0)
        {
            return [];
        }

        var others = rows.ToDictionary(row => row.First == signal ? row.Second : row.First);
        var people = rows.Select(row => row.LinkedBy).Distinct().ToList();
        var names = await db.Staff.Where(row => people.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name);
        var known = (await items.OfAsync([.. others.Keys])).ToDictionary(item => item.Id);
        return
        [
            .. others.Where(other => known.ContainsKey(other.Key)).Select(other => new RelatedSignal(
                known[other.Key], new(other.Value.LinkedBy, names.GetValueOrDefault(other.Value.LinkedBy)), other.Value.LinkedAt)),
        ];
    }

    /// <returns>Null unless both are signals of this municipality that are still there.</returns>
    private async Task<Pair?> PairAsync(Guid signal, Guid other)
    {
        var found = await items.OfAsync([signal, other]);
        return found.Count == 2
            ? new(found.MinBy(item => item.Sequence)!.Id, found.MaxBy(item => item.Sequence)!.Id, found.Any(item => item.WithdrawnAt is not null))
            : null;
    }

    private IQueryable<RelatedRow> Of(Pair pair) =>
        db.Related.Where(row => row.Municipality == current.Municipality && row.First == pair.First && row.Second == pair.Second);

    private IQueryable<RelatedRow> With(Guid signal) =>
        db.Related.Where(row => row.Municipality == current.Municipality && (row.First == signal || row.Second == signal));

    private sealed record Pair(Guid First, Guid Second, bool IsWithdrawn);
}

using FieldKit.Protocol;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff.Weighing;

/// <summary>Who proposed and decided what about a signal, and when. Why is sealed.</summary>
internal sealed class DecisionList(ReportingPointDb db, CurrentStaff current)
{
    /// <returns>Oldest first.</returns>
    public async Task<IReadOnlyList<SealedDecision>> OfAsync(Guid signal)
    {
        var rows = await Decisions().Where(row => row.About == signal).ToListAsync();
        if (rows.Count == 0)
        {
            return [];
        }

        var people = rows.Select(row => row.ProposedBy).Concat(rows.Select(row => row.DecidedBy).OfType<Guid>()).Distinct().ToList();
        var names = await db.Staff.Where(row => people.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name);
        return [.. rows.OrderBy(row => row.ProposedAt).ThenBy(row => row.Id).Select(row => Decision(row, names))];
    }

    /// <returns>Of these signals the ones with a proposal that waits for a second person.</returns>
    public async Task<IReadOnlySet<Guid>> WaitingAsync(IReadOnlyList<Guid> signals) =>
        await Decisions().Where(row => signals.Contains(row.About) && row.Verdict == null).Select(row => row.About).ToHashSetAsync();

    private IQueryable<DecisionRow> Decisions() => db.Decisions.AsNoTracking().Where(row => row.Municipality == current.Municipality);

    private static SealedDecision Decision(DecisionRow row, Dictionary<Guid, string> names) => new(
        row.Id, row.FromStage, row.Stage,
        new(row.ProposedBy, names.GetValueOrDefault(row.ProposedBy), row.ProposedAt, row.ProposedEpoch, row.SealedProposal),
        row.Verdict,
        row is { DecidedBy: { } second, DecidedAt: { } at, DecidedEpoch: { } epoch, SealedVerdict: { } why }
            ? new(second, names.GetValueOrDefault(second), at, epoch, why)
            : null);
}

using FieldKit.Domain.Municipalities;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Retention;

/// <summary>
/// Some signals of one stage, in one turn. What was sealed goes: the signal, what was sent about it, the answers, and the reasons of
/// decisions. What stays of each row makes the same envelope the same number again, whenever its device offers it.
/// </summary>
/// <param name="stage">One with a term.</param>
internal sealed class ClearingBatch(ReportingPointDb db, AuditLog audit, string municipality, Stage stage)
{
    /// <summary>Some milliseconds: nobody notices who waits for this turn.</summary>
    public const int Size = 20;

    public int Cleared { get; private set; }

    /// <returns>Whether there may be more.</returns>
    public async Task<bool> ClearAsync(DateTimeOffset time, CancellationToken cancellation)
    {
        var before = time.AddDays(-stage.KeepDays!.Value);
        var due = await db.Progress
            .Where(row => row.Municipality == municipality && row.Stage == stage.Id && row.LastAt <= before)
            .OrderBy(row => row.LastAt)
            .Take(Size)
            .ToListAsync(cancellation);
        foreach (var progress in due)
        {
            // What nobody has read begins its term once somebody does.
            progress.LastAt = null;
        }

        var read = (await ReadAsync(due, cancellation)).ToLookup(signal => signal.IsCleared, signal => signal.Id);
        if (read[false].Any())
        {
            await ClearSignalsAsync([.. read[false]], cancellation);
            var waiting = await WaitingAsync([.. read[false]], cancellation);
            foreach (var progress in due.Where(progress => waiting.Contains(progress.Id)))
            {
                progress.LastAt = time;
            }
        }

        if (read[true].Any())
        {
            await ClearWaitingAsync([.. read[true]], cancellation);
        }

        return due.Count == Size;
    }

    /// <returns>Of those that are due the ones of which the desk has taken everything out.</returns>
    private async Task<List<Signal>> ReadAsync(List<ProgressRow> due, CancellationToken cancellation)
    {
        var ids = due.Where(row => row.OpenedAt is not null).Select(row => row.Id).ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        var signals = await Envelopes().Where(row => ids.Contains(row.Id))
            .Select(row => new Signal(row.Id, row.Device, row.Sealed.Length <= ClearedSignals.LongestCleared))
            .ToListAsync(cancellation);
        var followUps = await Envelopes().Where(row => ids.Contains(row.About!.Value))
            .Select(row => new FollowUp(row.About!.Value, row.Device, row.Sequence))
            .ToListAsync(cancellation);
        var readTo = due.ToDictionary(row => row.Id, row => row.ReadTo);
        return [.. signals.Where(signal =>
            signal.IsCleared || !followUps.Exists(followUp => followUp.About == signal.Id && followUp.Device == signal.Device && followUp.Sequence > readTo[signal.Id]))];
    }

    private async Task ClearSignalsAsync(List<Guid> ids, CancellationToken cancellation)
    {
        byte[] nothing = [];

        // Each by a key of its own: asked in one, a database may choose to go through all that ever came in.
        await Envelopes().Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.Sealed, nothing), cancellation);
        await Envelopes().Where(row => ids.Contains(row.About!.Value)).ExecuteUpdateAsync(set => set.SetProperty(row => row.Sealed, nothing), cancellation);
        await Answers(ids).ExecuteUpdateAsync(set => set.SetProperty(row => row.SealedForDesk, nothing), cancellation);
        await Answers(ids)
            .Where(row => db.Devices.Any(device => device.Id == row.Device && (device.RevokedAt != null || device.FetchedTo >= row.Sequence)))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.SealedForDevice, nothing), cancellation);
        await db.Progress.Where(row => row.Municipality == municipality && ids.Contains(row.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.InHandOf, (Guid?)null).SetProperty(row => row.LastSequence, (long?)null), cancellation);
        await db.MeetingEntries.Where(row => row.Municipality == municipality && ids.Contains(row.About)).ExecuteDeleteAsync(cancellation);
        await db.Related.Where(row => row.Municipality == municipality && ids.Contains(row.First)).ExecuteDeleteAsync(cancellation);
        await db.Related.Where(row => row.Municipality == municipality && ids.Contains(row.Second)).ExecuteDeleteAsync(cancellation);
        await db.Readings.Where(row => row.Municipality == municipality && ids.Contains(row.Id)).ExecuteDeleteAsync(cancellation);
        await Decisions(ids).ExecuteUpdateAsync(set => set.SetProperty(row => row.SealedProposal, nothing), cancellation);
        await Decisions(ids).Where(row => row.SealedVerdict != null).ExecuteUpdateAsync(set => set.SetProperty(row => row.SealedVerdict, nothing), cancellation);
        foreach (var id in ids)
        {
            await audit.AppendAsync(municipality, AuditLog.Nobody, AuditActions.SignalCleared, $"{id:D} {stage.Id}");
        }

        Cleared += ids.Count;
    }

    /// <returns>Those with an answer that its device did not fetch: it waits for one term more.</returns>
    private Task<List<Guid>> WaitingAsync(List<Guid> ids, CancellationToken cancellation) => Answers(ids)
        .Where(row => row.SealedForDevice.Length > ClearedSignals.LongestCleared)
        .Select(row => row.About)
        .Distinct()
        .ToListAsync(cancellation);

    /// <summary>Answers for a device that did not come for a whole term more.</summary>
    private async Task ClearWaitingAsync(List<Guid> ids, CancellationToken cancellation)
    {
        byte[] nothing = [];
        var unfetched = await Answers(ids)
            .Where(row => row.SealedForDevice.Length > ClearedSignals.LongestCleared)
            .Where(row => !db.Devices.Any(device => device.Id == row.Device && device.FetchedTo >= row.Sequence))
            .Select(row => row.About)
            .Distinct()
            .ToListAsync(cancellation);
        await Answers(ids).ExecuteUpdateAsync(set => set.SetProperty(row => row.SealedForDevice, nothing), cancellation);
        foreach (var id in unfetched)
        {
            await audit.AppendAsync(municipality, AuditLog.Nobody, AuditActions.AnswersCleared, id.ToString("D"));
        }
    }

    private IQueryable<EnvelopeRow> Envelopes() => db.Envelopes.Where(row => row.Municipality == municipality);

    private IQueryable<AnswerRow> Answers(List<Guid> ids) => db.Answers.Where(row => row.Municipality == municipality && ids.Contains(row.About));

    private IQueryable<DecisionRow> Decisions(List<Guid> ids) => db.Decisions.Where(row => row.Municipality == municipality && ids.Contains(row.About));

    private sealed record Signal(Guid Id, Guid Device, bool IsCleared);

    private sealed record FollowUp(Guid About, Guid Device, long Sequence);
}

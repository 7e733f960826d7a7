using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Retention;
using FieldKit.ReportingPoint.Staff.Assignment;
using FieldKit.ReportingPoint.Staff.Weighing;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff;

/// <summary>The sealed signals of one municipality. Another's are not found, as if they did not exist.</summary>
internal sealed class Inbox(
    ReportingPointDb db, WriteGate gate, CurrentStaff current, SignalProgress progresses, InboxItems items, DecisionList decisions, Readings readings, AuditLog audit, TimeProvider clock)
{
    /// <summary>The newest are shown.</summary>
    private const int MostItems = 500;

    /// <param name="view">One of <see cref="InboxViews"/>; null for what came in last.</param>
    /// <returns>The one that something came in about last first.</returns>
    public async Task<IResult> ListAsync(string? view)
    {
        if (view is not null && !InboxViews.All.Contains(view))
        {
            return Refusal.Malformed;
        }

        var listed = await items.OfAsync(await IdsAsync(view));
        return Results.Json([.. listed.OrderByDescending(item => item.LastSequence)], ProtocolJson.Default.IReadOnlyListInboxItem);
    }

    // Each by an index that holds no more than is asked for, however much came in.
    private Task<List<Guid>> IdsAsync(string? view) => view switch
    {
        InboxViews.Mine => db.Progress.Where(row => row.Municipality == current.Municipality && row.InHandOf == current.Member.Id)
            .OrderByDescending(row => row.Id).Take(MostItems).Select(row => row.Id).ToListAsync(),
        InboxViews.Second => db.Decisions.Where(row => row.Municipality == current.Municipality && row.Verdict == null)
            .OrderByDescending(row => row.ProposedAt).Take(MostItems).Select(row => row.About).ToListAsync(),

        // The newest envelopes of any kind, so that a follow-up brings an old signal up again.
        _ => Envelopes().OrderByDescending(row => row.Sequence).Take(MostItems).Select(row => row.About ?? row.Id).Distinct().ToListAsync(),
    };

    /// <summary>Hands the sealed signal out, which the audit log tells, and notes the first time that somebody at the desk took it.</summary>
    public async Task<IResult> OpenAsync(Guid id)
    {
        var envelope = await Signals().SingleOrDefaultAsync(row => row.Id == id);
        if (envelope is null)
        {
            return Refusal.NotFound;
        }

        var followUps = await Envelopes().Where(row => row.About == id && row.Device == envelope.Device).OrderBy(row => row.Sequence).ToListAsync();
        await MarkOpenedAsync(envelope, followUps.Count == 0 ? envelope.Sequence : followUps[^1].Sequence);
        var item = (await items.OfAsync([id])).Single();
        var key = await db.Devices.Where(row => row.Id == envelope.Device).Select(row => row.PublicKey).SingleAsync();
        var answers = await db.Answers.AsNoTracking()
            .Where(row => row.Municipality == current.Municipality && row.About == id)
            .OrderBy(row => row.Sequence)
            .Select(row => new SentAnswer(row.Id, row.Stage, row.SentAt, row.Epoch, row.SealedForDesk))
            .ToListAsync();
        return Results.Json(
            new SealedSignal(
                item, HeaderOf(envelope), envelope.Device, key, envelope.Sealed, answers,
                [.. followUps.Select(row => new SealedFollowUp(HeaderOf(row), row.ReceivedAt, row.Sealed))],
                await decisions.OfAsync(id)),
            ProtocolJson.Default.SealedSignal);
    }

    private async Task MarkOpenedAsync(EnvelopeRow signal, long readTo)
    {
        await using var turn = await gate.EnterAsync(db, current.Municipality, CancellationToken.None);
        var progress = await progresses.OfAsync(signal.Id);

        // A withdrawn signal is handed out with its withdrawal; that is not yet reading it.
        if (progress.ReadTo < readTo)
        {
            // Reading what is new begins the term anew; looking again does not.
            progress.LastAt = clock.GetUtcNow();
        }

        if (progress.OpenedAt is null && !await progresses.IsWithdrawnAsync(signal.Id, signal.Device))
        {
            progress.OpenedAt = clock.GetUtcNow();
        }

        progress.ReadTo = Math.Max(progress.ReadTo, readTo);
        await readings.NoteAsync(signal.Id, readTo);
        await audit.AppendAsync(current.Member.Id, AuditActions.SignalOpened, signal.Id.ToString("D"));
        await turn.SaveAsync();
    }

    private IQueryable<EnvelopeRow> Signals() => Envelopes().NotCleared().Where(row => row.Kind == EnvelopeKinds.Signal);

    private IQueryable<EnvelopeRow> Envelopes() =>
        db.Envelopes.AsNoTracking().Where(row => row.Municipality == current.Municipality);

    private static EnvelopeHeader HeaderOf(EnvelopeRow row) =>
        new(row.Id, row.Kind, row.Municipality, row.Form, row.FormVersion, row.Epoch, row.Sealed.Length, row.About);
}

using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Retention;
using FieldKit.ReportingPoint.Staff.Assignment;
using FieldKit.ReportingPoint.Staff.Meetings;
using FieldKit.ReportingPoint.Staff.Related;
using FieldKit.ReportingPoint.Staff.Weighing;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff;

/// <summary>Hands out the sealed signals of one municipality. Another's are not found, as if they did not exist.</summary>
internal sealed class Inbox(
    ReportingPointDb db, WriteGate gate, CurrentStaff current, SignalProgress progresses, InboxItems items, DecisionList decisions, RelatedSignals related, EntryList entries, Readings readings, AuditLog audit, TimeProvider clock)
{
    /// <summary>Hands the sealed signal out, which the audit log tells, and notes the first time that somebody at the desk took it.</summary>
    public async Task<IResult> OpenAsync(Guid id)
    {
        var envelope = await Signals().SingleOrDefaultAsync(row => row.Id == id);
        if (envelope is null)
        {
            return Refusal.NotFound;
        }

        var followUps = await Envelopes().Where(row => row.About == id && row.Device == envelope.Device).OrderBy(row => row.Sequence).ToListAsync();
        await MarkOpenedAsync(envelope, followUps.Count == 0 ? envelope.Sequence : Math.Max(envelope.Sequence, followUps[^1].Sequence));
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
                await decisions.OfAsync(id),
                await related.OfAsync(id),
                await entries.OfAsync(id)),
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
        await audit.AppendAsync(current.Municipality, current.Member.Id, AuditActions.SignalOpened, signal.Id.ToString("D"));
        await turn.SaveAsync();
    }

    private IQueryable<EnvelopeRow> Signals() => Envelopes().NotCleared().Where(row => row.Kind == EnvelopeKinds.Signal);

    private IQueryable<EnvelopeRow> Envelopes() =>
        db.Envelopes.AsNoTracking().Where(row => row.Municipality == current.Municipality);

    private static EnvelopeHeader HeaderOf(EnvelopeRow row) =>
        new(row.Id, row.Kind, row.Municipality, row.Form, row.FormVersion, row.Epoch, row.Sealed.Length, row.About);
}

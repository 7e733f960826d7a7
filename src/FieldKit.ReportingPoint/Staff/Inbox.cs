using FieldKit.Protocol;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff;

/// <summary>The sealed signals of one municipality. Another's are not found, as if they did not exist.</summary>
internal sealed class Inbox(ReportingPointDb db, WriteGate gate, CurrentStaff current, TimeProvider clock)
{
    /// <summary>The newest are shown; paging comes with filtering.</summary>
    private const int MostItems = 500;

    /// <returns>The one that something came in about last first.</returns>
    public async Task<IResult> ListAsync()
    {
        // The newest envelopes of any kind, so that a follow-up brings an old signal up again.
        var newest = Envelopes().OrderByDescending(row => row.Sequence).Take(MostItems).Select(row => row.About ?? row.Id);
        var items = await Items(Signals().Where(row => newest.Contains(row.Id))).ToListAsync();
        return Results.Json([.. items.OrderByDescending(item => item.LastSequence)], ProtocolJson.Default.IReadOnlyListInboxItem);
    }

    /// <summary>Hands the sealed signal out, and notes the first time that somebody at the desk took it.</summary>
    public async Task<IResult> OpenAsync(Guid id)
    {
        var envelope = await Signals().SingleOrDefaultAsync(row => row.Id == id);
        if (envelope is null)
        {
            return Refusal.NotFound;
        }

        var followUps = await Envelopes().Where(row => row.About == id && row.Device == envelope.Device).OrderBy(row => row.Sequence).ToListAsync();
        await MarkOpenedAsync(id, followUps.Count == 0 ? envelope.Sequence : followUps[^1].Sequence);
        var item = await Items(Signals().Where(row => row.Id == id)).SingleAsync();
        var key = await db.Devices.Where(row => row.Id == envelope.Device).Select(row => row.PublicKey).SingleAsync();
        var answers = await db.Answers.AsNoTracking()
            .Where(row => row.About == id)
            .OrderBy(row => row.Sequence)
            .Select(row => new SentAnswer(row.Id, row.Stage, row.SentAt, row.Epoch, row.SealedForDesk))
            .ToListAsync();
        return Results.Json(
            new SealedSignal(
                item, HeaderOf(envelope), envelope.Device, key, envelope.Sealed, answers,
                [.. followUps.Select(row => new SealedFollowUp(HeaderOf(row), row.ReceivedAt, row.Sealed))]),
            ProtocolJson.Default.SealedSignal);
    }

    private async Task MarkOpenedAsync(Guid id, long readTo)
    {
        using var turn = await gate.EnterAsync(CancellationToken.None);
        var now = clock.GetUtcNow();
        await db.Progress
            .Where(row => row.Id == id)
            .ExecuteUpdateAsync(row => row
                // A withdrawn signal is handed out with its withdrawal; that is not yet reading it.
                .SetProperty(progress => progress.OpenedAt, progress => progress.WithdrawnAt == null ? progress.OpenedAt ?? now : progress.OpenedAt)
                .SetProperty(progress => progress.ReadTo, readTo));
    }

    private IQueryable<EnvelopeRow> Signals() => Envelopes().Where(row => row.Kind == EnvelopeKinds.Signal);

    private IQueryable<EnvelopeRow> Envelopes() =>
        db.Envelopes.AsNoTracking().Where(row => row.Municipality == current.Municipality);

    private IQueryable<InboxItem> Items(IQueryable<EnvelopeRow> envelopes) =>
        from envelope in envelopes
        join progress in db.Progress on envelope.Id equals progress.Id
        join device in db.Devices on envelope.Device equals device.Id
        select new InboxItem(
            envelope.Id, envelope.Sequence, envelope.ReceivedAt, device.Organisation, device.Role,
            envelope.Form, envelope.FormVersion, progress.Stage, progress.StageVersion, progress.OpenedAt != null,
            db.Envelopes.Where(row => row.About == envelope.Id && row.Device == envelope.Device).Max(row => (long?)row.Sequence) ?? envelope.Sequence,
            db.Envelopes.Count(row => row.About == envelope.Id && row.Device == envelope.Device && row.Sequence > progress.ReadTo),
            progress.WithdrawnAt);

    private static EnvelopeHeader HeaderOf(EnvelopeRow row) =>
        new(row.Id, row.Kind, row.Municipality, row.Form, row.FormVersion, row.Epoch, row.Sealed.Length, row.About);
}

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

    /// <returns>Newest first.</returns>
    public async Task<IResult> ListAsync()
    {
        // Ordered before they are shaped: what a constructor made cannot be ordered by the database.
        var items = await Items(Envelopes().OrderByDescending(row => row.Sequence).Take(MostItems)).ToListAsync();
        return Results.Json(items, ProtocolJson.Default.IReadOnlyListInboxItem);
    }

    /// <summary>Hands the sealed signal out, and notes the first time that somebody at the desk took it.</summary>
    public async Task<IResult> OpenAsync(Guid id)
    {
        var envelope = await Envelopes().SingleOrDefaultAsync(row => row.Id == id);
        if (envelope is null)
        {
            return Refusal.NotFound;
        }

        await MarkOpenedAsync(id);
        var item = await Items(Envelopes().Where(row => row.Id == id)).SingleAsync();
        var key = await db.Devices.Where(row => row.Id == envelope.Device).Select(row => row.PublicKey).SingleAsync();
        var answers = await db.Answers.AsNoTracking()
            .Where(row => row.About == id)
            .OrderBy(row => row.Sequence)
            .Select(row => new SentAnswer(row.Id, row.Stage, row.SentAt, row.Epoch, row.SealedForDesk))
            .ToListAsync();
        return Results.Json(
            new SealedSignal(item, HeaderOf(envelope), envelope.Device, key, envelope.Sealed, answers),
            ProtocolJson.Default.SealedSignal);
    }

    private async Task MarkOpenedAsync(Guid id)
    {
        using var turn = await gate.EnterAsync(CancellationToken.None);
        var now = clock.GetUtcNow();
        await db.Progress
            .Where(row => row.Id == id && row.OpenedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(progress => progress.OpenedAt, now));
    }

    private IQueryable<EnvelopeRow> Envelopes() =>
        db.Envelopes.AsNoTracking().Where(row => row.Municipality == current.Municipality);

    private IQueryable<InboxItem> Items(IQueryable<EnvelopeRow> envelopes) =>
        from envelope in envelopes
        join progress in db.Progress on envelope.Id equals progress.Id
        join device in db.Devices on envelope.Device equals device.Id
        orderby envelope.Sequence descending
        select new InboxItem(
            envelope.Id, envelope.Sequence, envelope.ReceivedAt, device.Organisation, device.Role,
            envelope.Form, envelope.FormVersion, progress.Stage, progress.StageVersion, progress.OpenedAt != null);

    private static EnvelopeHeader HeaderOf(EnvelopeRow row) =>
        new(row.Id, row.Kind, row.Municipality, row.Form, row.FormVersion, row.Epoch, row.Sealed.Length);
}

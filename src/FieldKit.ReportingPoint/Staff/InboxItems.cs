using FieldKit.Domain.Municipalities;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Content;
using FieldKit.ReportingPoint.Retention;
using FieldKit.ReportingPoint.Staff.Assignment;
using FieldKit.ReportingPoint.Staff.Weighing;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff;

/// <summary>
/// What a list shows of signals of the staff member's own municipality. Asked in questions that each go by a key: in one question a
/// database may choose to go through all that ever came in, and did.
/// </summary>
internal sealed class InboxItems(ReportingPointDb db, CurrentStaff current, PublishedContent content, DecisionList decisions, Readings readings)
{
    /// <returns>In no order; without the ids that are no signal here.</returns>
    public async Task<IReadOnlyList<InboxItem>> OfAsync(IReadOnlyList<Guid> ids)
    {
        var signals = await db.Envelopes
            .NotCleared()
            .Where(row => row.Municipality == current.Municipality && ids.Contains(row.Id) && row.Kind == EnvelopeKinds.Signal)
            .Select(row => new Signal(row.Id, row.Device, row.Sequence, row.ReceivedAt, row.Form, row.FormVersion))
            .ToListAsync();
        var senders = signals.Select(signal => signal.Device).Distinct().ToList();
        var devices = await db.Devices.AsNoTracking().Where(row => senders.Contains(row.Id)).ToDictionaryAsync(row => row.Id);
        var progress = await db.Progress.AsNoTracking()
            .Where(row => row.Municipality == current.Municipality && ids.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id);
        var followUps = await FollowUpsAsync(ids);
        var people = progress.Values.Select(row => row.InHandOf).OfType<Guid>().Distinct().ToList();
        var names = people.Count == 0 ? new() : await db.Staff.Where(row => people.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name);
        var isUnread = await readings.UnreadAsync(ids);
        var waiting = await decisions.WaitingAsync(ids);
        var municipality = content.Municipality(current.Municipality);
        var first = content.FirstStage(current.Municipality);
        return
        [
            .. signals.Select(signal => Item(
                signal, devices[signal.Device], progress.GetValueOrDefault(signal.Id), first, municipality,
                [.. followUps[signal.Id].Where(followUp => followUp.Device == signal.Device)])).Select(item => item with
                {
                    WaitsForSecond = waiting.Contains(item.Id),
                    Unread = isUnread(item.Id, item.LastSequence),
                    InHandOf = progress.GetValueOrDefault(item.Id)?.InHandOf is { } person ? new(person, names.GetValueOrDefault(person)) : null,
                }),
        ];
    }

    // Neither an order nor a check that it is about anything: with either, SQLite takes another index and reads every follow-up.
    private async Task<ILookup<Guid, FollowUp>> FollowUpsAsync(IReadOnlyList<Guid> ids)
    {
        var rows = await db.Envelopes
            .Where(row => row.Municipality == current.Municipality && ids.Contains(row.About!.Value))
            .Select(row => new FollowUp(row.About!.Value, row.Device, row.Kind, row.Sequence, row.ReceivedAt))
            .ToListAsync();
        return rows.OrderBy(row => row.Sequence).ToLookup(row => row.About);
    }

    private static InboxItem Item(Signal signal, DeviceRow device, ProgressRow? progress, string first, Municipality? municipality, List<FollowUp> followUps) => new(
        signal.Id, signal.Sequence, signal.ReceivedAt, device.Organisation, device.Role, signal.Form, signal.FormVersion,
        progress?.Stage ?? first,
        progress?.StageVersion ?? 0,
        progress?.OpenedAt is not null,
        followUps.Count == 0 ? signal.Sequence : Math.Max(signal.Sequence, followUps[^1].Sequence),
        Unread(progress, followUps),
        followUps.Find(followUp => followUp.Kind == EnvelopeKinds.Withdrawal)?.ReceivedAt,
        device.RevokedAt is { } revoked && (signal.ReceivedAt >= revoked || followUps.Exists(followUp => followUp.ReceivedAt >= revoked)),
        KeepingTerm.EndOf(municipality, progress, Unread(progress, followUps)));

    private static int Unread(ProgressRow? progress, List<FollowUp> followUps) => followUps.Count(followUp => followUp.Sequence > (progress?.ReadTo ?? 0));

    private sealed record Signal(Guid Id, Guid Device, long Sequence, DateTimeOffset ReceivedAt, string Form, int FormVersion);

    private sealed record FollowUp(Guid About, Guid Device, string Kind, long Sequence, DateTimeOffset ReceivedAt);
}

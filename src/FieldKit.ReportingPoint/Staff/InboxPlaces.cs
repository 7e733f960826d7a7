using FieldKit.Protocol;
using FieldKit.ReportingPoint.Content;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;

namespace FieldKit.ReportingPoint.Staff;

/// <summary>A signal, and the number of something that came in about it.</summary>
internal sealed record InboxPlace(long Sequence, Guid Id);

/// <summary>
/// Where to look for what is asked for: the index that holds least besides it. Each is gone down from a number, so a page costs the same
/// however far down it is and however much came in.
/// </summary>
internal sealed class InboxPlaces(ReportingPointDb db, string municipality, Guid staff, string firstStage)
{
    public static InboxPlaces Of(ReportingPointDb db, CurrentStaff current, PublishedContent content) =>
        new(db, current.Municipality, current.Member.Id, content.FirstStage(current.Municipality));

    /// <summary>What was not looked at yet has no progress, so it is only among all that came in, with what is asked for and what is not.</summary>
    public bool IsAmongAll(InboxFilter filter) =>
        filter.Waiting is null or InboxWaiting.Nobody && (filter.Stage is null || filter.Stage == firstStage);

    /// <returns>Not only what is asked for, but all of it; the newest first. <see cref="IsAmongAll"/>: a signal once for each thing about it.</returns>
    public IQueryable<InboxPlace> Before(InboxFilter filter, long before) => filter switch
    {
        { Waiting: InboxWaiting.Mine } => Places(Listed(before).Where(row => row.InHandOf == staff)),
        { Waiting: InboxWaiting.Colleague } => Places(Listed(before).Where(row => row.InHandOf != null)),
        { Waiting: InboxWaiting.Second } => Places(Listed(before).Where(row =>
            db.Decisions.Where(decision => decision.Municipality == municipality && decision.Verdict == null).Select(decision => decision.About).Contains(row.Id))),
        _ when !IsAmongAll(filter) => Places(Listed(before).Where(row => row.Stage == filter.Stage)),

        // The newest envelopes of any kind, so that a follow-up brings an old signal up again.
        _ => db.Envelopes.Where(row => row.Municipality == municipality && row.Sequence < before)
            .OrderByDescending(row => row.Sequence)
            .Select(row => new InboxPlace(row.Sequence, row.About ?? row.Id)),
    };

    private IQueryable<ProgressRow> Listed(long before) => db.Progress.Where(row => row.Municipality == municipality && row.LastSequence < before);

    private static IQueryable<InboxPlace> Places(IQueryable<ProgressRow> rows) =>
        rows.OrderByDescending(row => row.LastSequence).Select(row => new InboxPlace(row.LastSequence!.Value, row.Id));
}

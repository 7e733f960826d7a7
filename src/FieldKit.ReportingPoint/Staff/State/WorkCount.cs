using FieldKit.Domain.Municipalities;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Content;
using FieldKit.ReportingPoint.Retention;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff.State;

/// <summary>Counts what waits in the staff member's own municipality. It opens nothing, and leaves no line: nobody is in it.</summary>
internal sealed class WorkCount(ReportingPointDb db, CurrentStaff current, PublishedContent content, OpenedSoFar opened)
{
    private string Own => current.Municipality;

    private IQueryable<EnvelopeRow> Signals => db.Envelopes.Where(row => row.Municipality == Own && row.Kind == EnvelopeKinds.Signal);

    public async Task<DeskWork> CountAsync()
    {
        var stages = content.Municipality(Own)?.Stages.Where(stage => stage.Next.Count > 0) ?? [];
        var work = new List<StageWork>();
        foreach (var stage in stages)
        {
            work.Add(await OfAsync(stage));
        }

        var (unopened, since) = await UnopenedAsync();
        return new(
            unopened, since,
            await db.Decisions.CountAsync(row => row.Municipality == Own && row.Verdict == null), work, await AnswersAsync());
    }

    private async Task<(int Count, DateTimeOffset? Since)> UnopenedAsync()
    {
        // Asked first: what is numbered up to here is in the database.
        var last = await db.Municipalities.Where(row => row.Id == Own).Select(row => row.LastSequence).SingleAsync();
        var after = opened.Of(Own);
        var unopened = Unopened().Where(row => row.Sequence > after);
        var oldest = await unopened.OrderBy(row => row.Sequence).Select(row => new { row.Sequence, row.ReceivedAt }).FirstOrDefaultAsync();
        opened.Reached(Own, oldest is null ? last : oldest.Sequence - 1);
        return oldest is null ? (0, null) : (await unopened.CountAsync(), oldest.ReceivedAt);
    }

    private IQueryable<EnvelopeRow> Unopened() => Signals.NotCleared().Where(row =>
        !db.Progress.Any(progress => progress.Municipality == Own && progress.Id == row.Id && progress.OpenedAt != null)
        && !db.Envelopes.Any(back => back.Municipality == Own && back.About == row.Id && back.Kind == EnvelopeKinds.Withdrawal && back.Device == row.Device));

    private async Task<StageWork> OfAsync(Stage stage)
    {
        var standing = db.Progress.Where(row =>
            row.Municipality == Own && row.Stage == stage.Id && row.LastSequence != null && row.OpenedAt != null
            && !db.Envelopes.Any(back => back.Municipality == Own && back.About == row.Id && back.Kind == EnvelopeKinds.Withdrawal
                && db.Envelopes.Any(sent => sent.Municipality == Own && sent.Id == row.Id && sent.Device == back.Device)));
        return new(
            stage.Id, await standing.CountAsync(),
            await standing.Where(row => row.LastAt != null).OrderBy(row => row.LastAt).Select(row => row.LastAt).FirstOrDefaultAsync());
    }

    private async Task<FirstAnswers> AnswersAsync()
    {
        var last = await Signals.OrderByDescending(row => row.Sequence)
            .Take(FirstAnswers.MostSignals)
            .Select(row => new { row.Id, row.Device, row.ReceivedAt })
            .ToListAsync();
        var ids = last.Select(row => row.Id).ToList();

        // No more in it, as in InboxItems: SQLite would go by another index.
        var about = await db.Envelopes.Where(row => row.Municipality == Own && ids.Contains(row.About!.Value))
            .Select(row => new { row.About, row.Device, row.Kind })
            .ToListAsync();
        var back = about.Where(row => row.Kind == EnvelopeKinds.Withdrawal).Select(row => (row.About!.Value, row.Device)).ToHashSet();
        var sent = await db.Answers.Where(row => row.Municipality == Own && ids.Contains(row.About)).Select(row => new { row.About, row.SentAt }).ToListAsync();
        var first = sent.GroupBy(row => row.About).ToDictionary(answers => answers.Key, answers => answers.Min(answer => answer.SentAt));
        var kept = last.Where(row => !back.Contains((row.Id, row.Device))).ToList();
        var waits = kept.Where(row => first.ContainsKey(row.Id)).Select(row => (long)(first[row.Id] - row.ReceivedAt).TotalMinutes).Order().ToList();
        return new(kept.Count, waits.Count, Within(waits, 0.5), Within(waits, 0.9));
    }

    /// <returns>The smallest wait that this share of them is not above.</returns>
    private static long? Within(List<long> waits, double share) => waits.Count == 0 ? null : waits[(int)Math.Ceiling(share * waits.Count) - 1];
}

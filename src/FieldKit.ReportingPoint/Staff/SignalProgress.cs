using FieldKit.Protocol;
using FieldKit.ReportingPoint.Content;
using FieldKit.ReportingPoint.Retention;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff;

/// <summary>How far the desk is with a signal of the staff member's own municipality. Only in the writer's turn.</summary>
internal sealed class SignalProgress(ReportingPointDb db, CurrentStaff current, PublishedContent content)
{
    /// <summary>The signal's row; one in the first stage when it has none yet, stored when the caller saves.</summary>
    public async Task<ProgressRow> OfAsync(Guid signal)
    {
        var progress = await db.Progress.SingleOrDefaultAsync(row => row.Municipality == current.Municipality && row.Id == signal);
        if (progress is null)
        {
            progress = new() { Municipality = current.Municipality, Id = signal, Stage = content.FirstStage(current.Municipality), LastSequence = await LastSequenceAsync(signal) };
            db.Add(progress);
        }

        return progress;
    }

    // Only its own device's count, as everywhere. No max() in the question: SQLite would go down all that came in for it.
    private async Task<long?> LastSequenceAsync(Guid signal)
    {
        var rows = db.Envelopes.Where(row => row.Municipality == current.Municipality);
        var sent = await rows.NotCleared().Where(row => row.Id == signal).Select(row => new { row.Device, row.Sequence }).SingleOrDefaultAsync();
        var about = await rows.Where(row => row.About == signal).Select(row => new { row.Device, row.Sequence }).ToListAsync();
        return sent is null ? null : about.Where(row => row.Device == sent.Device).Select(row => row.Sequence).Append(sent.Sequence).Max();
    }

    /// <returns>Which device sent this signal; null when it is not here, or was cleared.</returns>
    public Task<Guid?> DeviceOfAsync(Guid signal) => db.Envelopes
        .NotCleared()
        .Where(row => row.Id == signal && row.Kind == EnvelopeKinds.Signal && row.Municipality == current.Municipality)
        .Select(row => (Guid?)row.Device)
        .SingleOrDefaultAsync();

    public Task<bool> HasEpochAsync(int epoch) => db.Epochs.AnyAsync(row => row.Municipality == current.Municipality && row.Number == epoch);

    /// <summary>Read from the envelopes: a withdrawal counts whichever of the two came first, but only its own device's.</summary>
    public Task<bool> IsWithdrawnAsync(Guid signal, Guid device) => db.Envelopes.AnyAsync(row =>
        row.Municipality == current.Municipality && row.About == signal && row.Device == device && row.Kind == EnvelopeKinds.Withdrawal);
}

using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff.Assignment;

/// <summary>How far who asks has read, whatever colleagues did.</summary>
internal sealed class Readings(ReportingPointDb db, CurrentStaff current)
{
    /// <summary>Stored when the caller saves its turn.</summary>
    public async Task NoteAsync(Guid signal, long readTo)
    {
        var reading = await Own().SingleOrDefaultAsync(row => row.Id == signal);
        if (reading is null)
        {
            db.Add(reading = new() { Municipality = current.Municipality, Id = signal, Staff = current.Member.Id });
        }

        reading.ReadTo = Math.Max(reading.ReadTo, readTo);
    }

    /// <returns>Of a signal and the sequence of the last thing about it: whether that is unread.</returns>
    public async Task<Func<Guid, long, bool>> UnreadAsync(IReadOnlyList<Guid> signals)
    {
        var after = await db.Municipalities.Where(row => row.Id == current.Municipality).Select(row => row.UnreadAfter).SingleAsync();
        var read = await Own().AsNoTracking().Where(row => signals.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.ReadTo);
        return (signal, last) => last > Math.Max(after, read.GetValueOrDefault(signal));
    }

    private IQueryable<ReadingRow> Own() => db.Readings.Where(row => row.Municipality == current.Municipality && row.Staff == current.Member.Id);
}

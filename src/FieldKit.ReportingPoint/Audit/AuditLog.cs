using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Audit;

/// <summary>
/// Who did what and when; never what was written. Each entry holds the hash of the one before it, so that an entry
/// cannot be altered or taken out without all that follow giving it away.
/// </summary>
internal sealed class AuditLog(ReportingPointDb db, TimeProvider clock)
{
    /// <summary>Adds an entry to the caller's unit of work: it is stored with what it tells of, or not at all. Only in the writer's turn.</summary>
    /// <param name="subject">A code or number, never text that somebody wrote.</param>
    public async Task AppendAsync(Guid actor, string action, string subject)
    {
        var last = await db.Audit.AsNoTracking().OrderByDescending(row => row.Sequence).FirstOrDefaultAsync();
        db.Add(AuditChain.Next(last, clock.GetUtcNow(), actor, action, subject));
    }
}

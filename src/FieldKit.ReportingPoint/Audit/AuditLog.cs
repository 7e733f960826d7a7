using FieldKit.Protocol;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Audit;

/// <summary>
/// Who did what and when; never what was written. Each entry holds the hash of the one before it, so that an entry
/// cannot be altered or taken out without all that follow giving it away.
/// </summary>
internal sealed class AuditLog(ReportingPointDb db, WriteGate gate, TimeProvider clock)
{
    /// <summary>What nobody at the desk did: a device, or the program itself.</summary>
    public static readonly Guid Nobody = Guid.Empty;

    /// <summary>In place of a municipality: what belongs to the installation as a whole. No municipality is shown it.</summary>
    public const string WholeInstallation = "";

    /// <summary>Adds an entry to the caller's unit of work: it is stored with what it tells of, or not at all. Only in the writer's turn.</summary>
    /// <param name="municipality">Whose administrators and auditors may read it, or <see cref="WholeInstallation"/>. In doubt the latter.</param>
    /// <param name="subject">A code or number, never text that somebody wrote.</param>
    public async Task AppendAsync(string municipality, Guid actor, string action, string subject)
    {
        // One chain for all: whatever else the caller holds, its last entry stays the last until the commit.
        await gate.HoldWholeAsync(db, CancellationToken.None);
        var stored = await db.Audit.AsNoTracking().OrderByDescending(row => row.Sequence).FirstOrDefaultAsync();
        var added = db.Audit.Local.MaxBy(row => row.Sequence);
        var last = added?.Sequence > (stored?.Sequence ?? 0) ? added : stored;
        var entry = AuditChain.Next(last?.ToEntry(), clock.GetUtcNow(), municipality, actor, action, subject);
        db.Add(AuditRow.Of(entry));
        if (municipality != WholeInstallation)
        {
            db.Add(AuditPlaceRow.Of(entry, municipality));
        }
    }
}

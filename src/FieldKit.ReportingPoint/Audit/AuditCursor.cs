using System.Globalization;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Audit;

/// <summary>
/// Where a page ended. Written as the time and hash of the line there, and not as its number, which would tell how much other
/// municipalities do.
/// </summary>
internal sealed record AuditCursor(DateTimeOffset At, long Sequence)
{
    public static string After(AuditRow last) =>
        string.Create(CultureInfo.InvariantCulture, $"{last.At.ToUnixTimeMilliseconds()}-{Convert.ToHexStringLower(last.Hash)}");

    /// <returns>Null when no line of the municipality is there.</returns>
    public static async Task<AuditCursor?> FindAsync(ReportingPointDb db, string municipality, string written)
    {
        var parts = written.Split('-');
        if (parts.Length != 2
            || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var time)
            || time > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
        {
            return null;
        }

        var at = DateTimeOffset.FromUnixTimeMilliseconds(time);
        var candidates = await db.AuditPlaces
            .Where(place => place.Municipality == municipality && place.At == at)
            .Join(db.Audit, place => place.Sequence, row => row.Sequence, (place, row) => new { row.Sequence, row.Hash })
            .ToListAsync();
        return candidates.Find(row => string.Equals(Convert.ToHexStringLower(row.Hash), parts[1], StringComparison.Ordinal)) is { } found
            ? new(at, found.Sequence)
            : null;
    }
}

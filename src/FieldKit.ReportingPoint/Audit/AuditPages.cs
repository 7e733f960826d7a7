using FieldKit.Protocol;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Staff;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Audit;

/// <summary>The log a page at a time: the lines of the reader's own municipality, and no others.</summary>
internal sealed class AuditPages(ReportingPointDb db, CurrentStaff current)
{
    public async Task<IResult> ListAsync(AuditQuestion asked)
    {
        var most = asked.Most ?? AuditPart.PageSize;
        var cursor = asked.Before is { } before ? await AuditCursor.FindAsync(db, current.Municipality, before) : null;
        if (most is < 1 or > AuditPart.MostLines || (asked.Action is { } action && !AuditActions.All.Contains(action)) || (asked.Before is not null && cursor is null))
        {
            return Refusal.Malformed;
        }

        var places = await AuditPlaces.Before(db, current.Municipality, asked, cursor).Take(most + 1).Select(row => row.Sequence).ToListAsync();
        var people = await db.Staff.Where(row => row.Municipality == current.Municipality)
            .OrderBy(row => row.NameKey)
            .Select(row => new AuditPerson(row.Id, row.Name))
            .ToListAsync();
        var rows = await RowsAsync([.. places.Take(most)]);
        var names = people.ToDictionary(person => person.Id, person => person.Name);
        return Results.Json(
            new AuditPart([.. rows.Select(row => LineOf(row, names.GetValueOrDefault(row.Actor)))], people, places.Count > most && rows.Count > 0 ? AuditCursor.After(rows[^1]) : null),
            ProtocolJson.Default.AuditPart);
    }

    public static AuditLine LineOf(AuditRow row, string? name) => new(row.At, row.Actor, name, row.Action, row.Subject, row.Hash);

    /// <summary>A place is only for finding: an entry that says that it is another's is not shown, whatever its place says.</summary>
    private async Task<List<AuditRow>> RowsAsync(List<long> places)
    {
        var own = current.Municipality;
        var rows = await db.Audit.AsNoTracking()
            .Where(row => places.Contains(row.Sequence) && (row.Municipality == null || row.Municipality == own))
            .ToDictionaryAsync(row => row.Sequence);
        return [.. places.Where(rows.ContainsKey).Select(place => rows[place])];
    }
}

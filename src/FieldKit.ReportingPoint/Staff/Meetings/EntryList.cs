using System.Globalization;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff.Meetings;

/// <summary>What was written down in meetings of the staff member's own municipality, sealed.</summary>
internal sealed class EntryList(ReportingPointDb db, CurrentStaff current, InboxItems items)
{
    /// <summary>More than a table oversees; the first written come first.</summary>
    public const int MostAtOnce = 500;

    /// <returns>About one signal, in the order in which they were written.</returns>
    public async Task<IReadOnlyList<SealedEntry>> OfAsync(Guid signal) =>
        await SealedAsync(await Entries().Where(row => row.About == signal).ToListAsync());

    public Task<IResult> OpenActionsAsync() =>
        AnswerAsync(Entries().Where(row => row.Kind == EntryKinds.Action && row.DoneAt == null));

    public async Task<IResult> OfMeetingAsync(string stage, string day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            ? await AnswerAsync(Entries().Where(row => row.Stage == stage && row.Day == on.DayNumber))
            : Refusal.Malformed;

    private async Task<IResult> AnswerAsync(IQueryable<MeetingEntryRow> asked)
    {
        var entries = await SealedAsync(await asked.OrderBy(row => row.WrittenAt).Take(MostAtOnce).ToListAsync());
        var signals = await items.OfAsync([.. entries.Select(entry => entry.Signal).Distinct()]);
        return Results.Json(new MeetingEntries(entries, signals), ProtocolJson.Default.MeetingEntries);
    }

    private async Task<IReadOnlyList<SealedEntry>> SealedAsync(List<MeetingEntryRow> rows)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        var people = rows.Select(row => row.WrittenBy).Concat(rows.Select(row => row.DoneBy).OfType<Guid>()).Distinct().ToList();
        var names = await db.Staff.Where(row => people.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name);
        Colleague Person(Guid id) => new(id, names.GetValueOrDefault(id));
        return
        [
            .. rows.OrderBy(row => row.WrittenAt).ThenBy(row => row.Id).Select(row => new SealedEntry(
                row.Id, row.About, row.Stage, row.Kind, DateOnly.FromDayNumber(row.Day), Person(row.WrittenBy), row.WrittenAt, row.Epoch, row.Sealed,
                row.DoneBy is { } person ? Person(person) : null, row.DoneAt)),
        ];
    }

    private IQueryable<MeetingEntryRow> Entries() => db.MeetingEntries.AsNoTracking().Where(row => row.Municipality == current.Municipality);
}

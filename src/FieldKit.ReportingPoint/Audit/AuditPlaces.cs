using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;

namespace FieldKit.ReportingPoint.Audit;

/// <summary>Where the lines of one municipality that are asked for stand: each filter has an index that is gone down from the cursor on.</summary>
internal static class AuditPlaces
{
    /// <returns>The newest first.</returns>
    public static IQueryable<AuditPlaceRow> Before(ReportingPointDb db, string municipality, AuditQuestion asked, AuditCursor? cursor)
    {
        var places = Of(db.AuditPlaces.Where(row => row.Municipality == municipality), asked);
        if (cursor is not null)
        {
            places = places.Where(row => row.At <= cursor.At && (row.At < cursor.At || row.Sequence < cursor.Sequence));
        }

        return places.OrderByDescending(row => row.At).ThenByDescending(row => row.Sequence);
    }

    private static IQueryable<AuditPlaceRow> Of(IQueryable<AuditPlaceRow> places, AuditQuestion asked)
    {
        if (asked.About is { } about)
        {
            // Two questions in one, each with an index of its own.
            places = places.Where(row => row.About == about).Concat(places.Where(row => row.AboutToo == about));
        }

        if (asked.Action is { } action)
        {
            places = places.Where(row => row.Action == action);
        }

        if (asked.Actor is { } actor)
        {
            places = places.Where(row => row.Actor == actor);
        }

        if (TimeOf(asked.From) is { } from)
        {
            places = places.Where(row => row.At >= from);
        }

        return TimeOf(asked.Until) is { } until ? places.Where(row => row.At < until) : places;
    }

    private static DateTimeOffset? TimeOf(long? milliseconds) => milliseconds is { } time
        ? DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(time, 0, DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()))
        : null;
}

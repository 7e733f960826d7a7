using FieldKit.Domain.Languages;

namespace FieldKit.Domain.Contacts;

/// <summary>When somebody answers, on the Dutch wall clock. Only what a source says; what it leaves open stays unknown.</summary>
/// <param name="Stated">Where hours of an older source come from ("opgave uit 2019"); null when they are confirmed.</param>
public sealed record OpeningHours(IReadOnlyList<OpeningTime> Times, HolidayRule Holidays, LocalText? Stated = null)
{
    // Longer than any run of holidays: what does not open within it has no times at all.
    private const int DaysAhead = 21;

    public OpeningState At(DateTimeOffset moment)
    {
        var now = DutchClock.Of(moment);
        var today = DateOnly.FromDateTime(now);
        var spans = SpansFrom(today.AddDays(-1));
        var here = spans.FindAll(span => span.From <= now && now < span.Until);
        return here switch
        {
            _ when here.Exists(span => span.IsSure) => OpeningState.Open(EndFrom(now, spans)),
            [var unsure, ..] => OpeningState.Unknown(unsure.Holiday),
            [] => OpeningState.Closed(spans.Find(span => span.From > now && span.IsSure)?.From, FreeDay(today)),
        };
    }

    private Holiday? FreeDay(DateOnly day) =>
        Holidays == HolidayRule.Closed && PublicHolidays.On(day) is { } holiday && PublicHolidays.IsFreeForAll(holiday, day.Year) ? holiday : null;

    /// <summary>Ordered by beginning; a day on which it is surely closed has none.</summary>
    private List<Span> SpansFrom(DateOnly first) =>
    [
        .. from ahead in Enumerable.Range(0, DaysAhead)
           let day = first.AddDays(ahead)
           let holiday = Holidays == HolidayRule.Open ? null : PublicHolidays.On(day)
           where FreeDay(day) is null
           from time in Times
           where time.Days.Contains(day.DayOfWeek)
           orderby day, time.From
           select new Span(day.ToDateTime(time.From), day.AddDays(time.Until <= time.From ? 1 : 0).ToDateTime(time.Until), holiday),
    ];

    /// <returns>Null: goes on as far as one can see.</returns>
    private static DateTime? EndFrom(DateTime now, List<Span> spans)
    {
        var until = now;
        foreach (var span in spans)
        {
            if (span.IsSure && span.From <= until && span.Until > until)
            {
                until = span.Until;
            }
        }

        return until >= spans[^1].Until ? null : until;
    }

    /// <param name="Holiday">Makes it unsure whether anybody is there.</param>
    private sealed record Span(DateTime From, DateTime Until, Holiday? Holiday)
    {
        public bool IsSure => Holiday is null;
    }
}

/// <summary>From inclusive, until exclusive, on each of these days. Until at or before from: on the next day; 00:00 to 00:00 is the whole day.</summary>
public sealed record OpeningTime(IReadOnlyList<DayOfWeek> Days, TimeOnly From, TimeOnly Until);

/// <summary>What the source says about public holidays.</summary>
public enum HolidayRule
{
    Unknown,
    Closed,
    Open,
}

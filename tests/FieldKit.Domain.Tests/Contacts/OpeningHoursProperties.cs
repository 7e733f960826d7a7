using FieldKit.Domain.Contacts;
using FsCheck;
using FsCheck.Fluent;

namespace FieldKit.Domain.Tests.Contacts;

/// <summary>Whatever the hours and the moment, from 2020 to 2040.</summary>
public sealed class OpeningHoursProperties
{
    private static readonly Gen<OpeningTime> OpeningTimes =
        from days in Gen.SubListOf(Enum.GetValues<DayOfWeek>())
        from minutes in Gen.Two(Gen.Choose(0, 95))
        select new OpeningTime([.. days], TimeOnly.MinValue.AddMinutes(15 * minutes.Item1), TimeOnly.MinValue.AddMinutes(15 * minutes.Item2));

    private static readonly Gen<OpeningHours> Hours =
        from count in Gen.Choose(0, 3)
        from times in Gen.ListOf(OpeningTimes, count)
        from holidays in Gen.Elements(Enum.GetValues<HolidayRule>())
        select new OpeningHours([.. times], holidays);

    private static readonly Gen<DateTimeOffset> Moments =
        from minutes in Gen.Choose(0, 21 * 365 * 24 * 60)
        select new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes);

    [Fact]
    public void Surely_open_means_within_written_hours_on_a_day_that_is_no_doubtful_holiday() => Holds((hours, moment) =>
        (hours.At(moment).Now == Openness.Open) == WrittenFor(hours, DutchClock.Of(moment)).Any(day => IsCertain(hours, day)));

    [Fact]
    public void Unknown_only_within_written_hours_and_only_because_of_a_holiday() => Holds((hours, moment) =>
        hours.At(moment) is not { Now: Openness.Unknown } state
        || (state.Holiday is not null && WrittenFor(hours, DutchClock.Of(moment)).Any(day => !IsCertain(hours, day))));

    [Fact]
    public void It_opens_when_it_says_and_not_before() => Holds((hours, moment) =>
        hours.At(moment) is not { OpensAt: { } opens }
        || (DutchClock.Of(moment) < opens && IsSureAt(hours, opens) && Quarters(DutchClock.Of(moment), opens).All(there => !IsSureAt(hours, there))));

    [Fact]
    public void It_closes_when_it_says_and_not_before() => Holds((hours, moment) =>
        hours.At(moment) is not { Until: { } until }
        || (DutchClock.Of(moment) < until && !IsSureAt(hours, until) && Quarters(DutchClock.Of(moment), until).All(there => IsSureAt(hours, there))));

    private static bool IsSureAt(OpeningHours hours, DateTime there) => WrittenFor(hours, there).Any(day => IsCertain(hours, day));

    /// <summary>The days on whose written hours this time of the wall clock falls: that day or the one before.</summary>
    private static IEnumerable<DateOnly> WrittenFor(OpeningHours hours, DateTime there)
    {
        var (today, clock) = (DateOnly.FromDateTime(there), TimeOnly.FromDateTime(there));
        foreach (var time in hours.Times)
        {
            var overnight = time.Until <= time.From;
            if (time.Days.Contains(today.DayOfWeek) && clock >= time.From && (overnight || clock < time.Until))
            {
                yield return today;
            }

            if (time.Days.Contains(today.AddDays(-1).DayOfWeek) && overnight && clock < time.Until)
            {
                yield return today.AddDays(-1);
            }
        }
    }

    private static bool IsCertain(OpeningHours hours, DateOnly day) => hours.Holidays == HolidayRule.Open || PublicHolidays.On(day) is null;

    private static IEnumerable<DateTime> Quarters(DateTime from, DateTime until)
    {
        for (var there = from; there < until; there = there.AddMinutes(15))
        {
            yield return there;
        }
    }

    private static void Holds(Func<OpeningHours, DateTimeOffset, bool> property) =>
        Check.One(
            Rounds.Of(1000),
            Prop.ForAll(Hours.ToArbitrary(), Moments.ToArbitrary(), property));
}

using FieldKit.Domain.Contacts;

namespace FieldKit.Domain.Tests.Contacts;

public sealed class OpeningHoursTests
{
    private static readonly DayOfWeek[] Workdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];
    private static readonly DayOfWeek[] EveryDay = Enum.GetValues<DayOfWeek>();

    private static readonly OpeningHours Office = new([new(Workdays, new(9, 0), new(16, 0))], HolidayRule.Closed);
    private static readonly OpeningHours Evening = new([new(EveryDay, new(14, 0), new(22, 0))], HolidayRule.Unknown);
    private static readonly OpeningHours Night = new([new(EveryDay, new(22, 0), new(2, 0))], HolidayRule.Open);
    private static readonly OpeningHours Always = new([new(EveryDay, new(0, 0), new(0, 0))], HolidayRule.Open);

    [Theory]
    [InlineData("2026-11-20T09:00:00", Openness.Open)]
    [InlineData("2026-11-20T15:59:59", Openness.Open)]
    [InlineData("2026-11-20T16:00:00", Openness.Closed)]
    [InlineData("2026-11-20T08:59:59", Openness.Closed)]
    [InlineData("2026-11-21T12:00:00", Openness.Closed)]
    public void Opens_on_the_minute_and_closes_on_the_minute(string there, Openness now) => Assert.Equal(now, Office.At(There(there)).Now);

    [Fact]
    public void Open_says_until_when() => Assert.Equal(Time("2026-11-20T16:00:00"), Office.At(There("2026-11-20T10:00:00")).Until);

    [Fact]
    public void Closed_on_friday_evening_opens_on_monday() => Assert.Equal(Time("2026-11-23T09:00:00"), Office.At(There("2026-11-20T18:00:00")).OpensAt);

    [Fact]
    public void A_place_that_closes_on_holidays_opens_after_them()
    {
        // Christmas Day is a Friday, Second Christmas Day a Saturday.
        var state = Office.At(There("2026-12-25T10:00:00"));

        Assert.Equal(OpeningState.Closed(Time("2026-12-28T09:00:00"), Holiday.ChristmasDay), state);
    }

    [Theory]
    [InlineData("2026-04-03T10:00:00", Holiday.GoodFriday)]
    [InlineData("2026-05-05T10:00:00", Holiday.LiberationDay)]
    public void A_day_on_which_not_everybody_is_free_stays_unknown(string there, Holiday holiday) =>
        Assert.Equal(OpeningState.Unknown(holiday), Office.At(There(there)));

    [Fact]
    public void Liberation_day_in_a_fifth_year_is_closed() =>
        Assert.Equal(OpeningState.Closed(Time("2025-05-06T09:00:00"), Holiday.LiberationDay), Office.At(There("2025-05-05T10:00:00")));

    [Fact]
    public void Where_the_source_is_silent_about_holidays_the_answer_is_unknown()
    {
        Assert.Equal(OpeningState.Unknown(Holiday.ChristmasDay), Evening.At(There("2026-12-25T15:00:00")));
        Assert.Equal(OpeningState.Closed(Time("2026-12-27T14:00:00"), null), Evening.At(There("2026-12-25T23:00:00")));
    }

    [Fact]
    public void Hours_past_midnight_belong_to_the_evening_before()
    {
        Assert.Equal(OpeningState.Open(Time("2026-11-21T02:00:00")), Night.At(There("2026-11-21T01:00:00")));
        Assert.Equal(OpeningState.Closed(Time("2026-11-21T22:00:00"), null), Night.At(There("2026-11-21T02:00:00")));
    }

    [Fact]
    public void Day_and_night_has_no_end()
    {
        Assert.Equal(OpeningState.Open(), Always.At(There("2026-12-25T03:00:00")));
    }

    [Fact]
    public void On_the_day_that_the_clocks_change_the_wall_clock_counts()
    {
        Assert.Equal(Time("2026-03-29T14:00:00"), Evening.At(DateTimeOffset.Parse("2026-03-29T11:59:00Z", null)).OpensAt);
        Assert.Equal(Openness.Open, Evening.At(DateTimeOffset.Parse("2026-03-29T12:00:00Z", null)).Now);
        Assert.Equal(Openness.Closed, Evening.At(DateTimeOffset.Parse("2026-10-25T12:00:00Z", null)).Now);
        Assert.Equal(Openness.Open, Evening.At(DateTimeOffset.Parse("2026-10-25T13:00:00Z", null)).Now);
    }

    [Fact]
    public void Without_times_it_is_closed_and_nobody_says_when_it_opens() =>
        Assert.Equal(OpeningState.Closed(null, null), new OpeningHours([], HolidayRule.Unknown).At(There("2026-11-20T10:00:00")));

    private static DateTime Time(string there) => DateTime.Parse(there, null);

    /// <summary>A moment on the Dutch wall clock, in winter or summer, outside the hour that is skipped or comes twice.</summary>
    private static DateTimeOffset There(string there)
    {
        var guess = new DateTimeOffset(Time(there), TimeSpan.FromHours(1));
        return guess + (Time(there) - DutchClock.Of(guess));
    }
}

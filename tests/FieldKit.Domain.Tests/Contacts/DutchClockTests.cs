using FieldKit.Domain.Contacts;

namespace FieldKit.Domain.Tests.Contacts;

public sealed class DutchClockTests
{
    [Theory]
    [InlineData("2026-03-29T00:59:59Z", "2026-03-29T01:59:59")]
    [InlineData("2026-03-29T01:00:00Z", "2026-03-29T03:00:00")]
    [InlineData("2026-10-25T00:59:59Z", "2026-10-25T02:59:59")]
    [InlineData("2026-10-25T01:00:00Z", "2026-10-25T02:00:00")]
    [InlineData("2026-12-31T23:30:00Z", "2027-01-01T00:30:00")]
    public void Clocks_change_as_in_the_Netherlands(string moment, string there) =>
        Assert.Equal(DateTime.Parse(there, null), DutchClock.Of(DateTimeOffset.Parse(moment, null)));

    [Fact]
    public void Summer_time_follows_the_rule_of_the_union_from_2020_to_2040()
    {
        for (var hour = Utc(2020, 1, 1); hour < Utc(2041, 1, 1); hour = hour.AddHours(1))
        {
            var summer = hour >= LastSunday(hour.Year, 3) && hour < LastSunday(hour.Year, 10);
            Assert.Equal(hour.UtcDateTime.AddHours(summer ? 2 : 1), DutchClock.Of(hour));
        }
    }

    [Fact]
    public void The_zone_of_the_device_makes_no_difference()
    {
        var moment = Utc(2026, 7, 1);

        Assert.Equal(DutchClock.Of(moment), DutchClock.Of(moment.ToOffset(TimeSpan.FromHours(-8))));
    }

    private static DateTimeOffset Utc(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);

    /// <summary>01:00 UTC on the last Sunday of a month of 31 days (directive 2000/84/EC).</summary>
    private static DateTimeOffset LastSunday(int year, int month)
    {
        var last = Utc(year, month, 31);
        return last.AddDays(-(int)last.DayOfWeek).AddHours(1);
    }
}

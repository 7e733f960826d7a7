using FieldKit.Domain.Contacts;

namespace FieldKit.Domain.Tests.Contacts;

public sealed class PublicHolidaysTests
{
    /// <summary>As almanacs print them, 2020 up to and including 2040.</summary>
    private static readonly string[] Easters =
    [
        "2020-04-12", "2021-04-04", "2022-04-17", "2023-04-09", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21",
        "2031-04-13", "2032-03-28", "2033-04-17", "2034-04-09", "2035-03-25", "2036-04-13", "2037-04-05", "2038-04-25", "2039-04-10", "2040-04-01",
    ];

    [Fact]
    public void Easter_falls_where_the_almanac_says() =>
        Assert.Equal(Easters, Easters.Select(day => PublicHolidays.EasterOf(int.Parse(day[..4], null)).ToString("yyyy-MM-dd", null)));

    [Theory]
    [InlineData("2026-01-01", Holiday.NewYearsDay)]
    [InlineData("2026-04-03", Holiday.GoodFriday)]
    [InlineData("2026-04-05", Holiday.EasterSunday)]
    [InlineData("2026-04-06", Holiday.EasterMonday)]
    [InlineData("2026-04-27", Holiday.KingsDay)]
    [InlineData("2026-05-05", Holiday.LiberationDay)]
    [InlineData("2026-05-14", Holiday.AscensionDay)]
    [InlineData("2026-05-24", Holiday.WhitSunday)]
    [InlineData("2026-05-25", Holiday.WhitMonday)]
    [InlineData("2026-12-25", Holiday.ChristmasDay)]
    [InlineData("2026-12-26", Holiday.SecondChristmasDay)]
    [InlineData("2026-12-24", null)]
    [InlineData("2026-12-31", null)]
    [InlineData("2026-04-30", null)]
    public void Holidays_of_2026_are_known(string day, Holiday? holiday) => Assert.Equal(holiday, PublicHolidays.On(Day(day)));

    [Fact]
    public void Kings_day_is_a_day_early_when_it_would_be_a_sunday()
    {
        Assert.Equal((Holiday.KingsDay, null), (PublicHolidays.On(Day("2025-04-26")), PublicHolidays.On(Day("2025-04-27"))));
        Assert.Null(PublicHolidays.On(Day("2026-04-26")));
    }

    [Fact]
    public void Liberation_day_is_free_for_all_once_in_five_years() =>
        Assert.Equal([2020, 2025, 2030, 2035, 2040], Enumerable.Range(2020, 21).Where(year => PublicHolidays.IsFreeForAll(Holiday.LiberationDay, year)));

    [Fact]
    public void Ascension_day_on_the_fifth_of_may_is_free_for_all() => Assert.Equal(Holiday.AscensionDay, PublicHolidays.On(Day("2016-05-05")));

    [Fact]
    public void Every_year_has_each_holiday_once()
    {
        for (var year = 2017; year <= 2060; year++)
        {
            var days = Enumerable.Range(0, 366).Select(new DateOnly(year, 1, 1).AddDays).Where(day => day.Year == year);
            var found = days.Select(PublicHolidays.On).OfType<Holiday>().Order().ToList();
            Assert.Equal(Enum.GetValues<Holiday>(), found);
        }
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, null);
}

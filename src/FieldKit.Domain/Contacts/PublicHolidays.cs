namespace FieldKit.Domain.Contacts;

/// <summary>The generally recognised holidays of the Netherlands: Algemene termijnenwet, article 3 (wetten.overheid.nl/BWBR0002448), and the Sundays of Easter and Whitsun.</summary>
public static class PublicHolidays
{
    private const int LiberationEvery = 5;

    /// <returns>Null on any other day. Where two fall together, the one on which everybody is free.</returns>
    /// <param name="day">From 2014 on, when King's Day began.</param>
    public static Holiday? On(DateOnly day)
    {
        var easter = EasterOf(day.Year);
        return (day.Month, day.Day, day.DayNumber - easter.DayNumber) switch
        {
            (1, 1, _) => Holiday.NewYearsDay,
            (_, _, 0) => Holiday.EasterSunday,
            (_, _, 1) => Holiday.EasterMonday,
            (_, _, 39) => Holiday.AscensionDay,
            (_, _, 49) => Holiday.WhitSunday,
            (_, _, 50) => Holiday.WhitMonday,
            (12, 25, _) => Holiday.ChristmasDay,
            (12, 26, _) => Holiday.SecondChristmasDay,
            (4, 27, _) when day.DayOfWeek != DayOfWeek.Sunday => Holiday.KingsDay,
            (4, 26, _) when day.DayOfWeek == DayOfWeek.Saturday => Holiday.KingsDay,
            (5, 5, _) => Holiday.LiberationDay,
            (_, _, -2) => Holiday.GoodFriday,
            _ => null,
        };
    }

    /// <summary>
    /// Whether a place that closes on holidays can be taken to be closed. The law names Good Friday and 5 May too, but most people
    /// work on Good Friday, and are free on 5 May only once in five years (2025, 2030): on such a day nobody knows from the law alone.
    /// </summary>
    public static bool IsFreeForAll(Holiday holiday, int year) => holiday switch
    {
        Holiday.GoodFriday => false,
        Holiday.LiberationDay => year % LiberationEvery == 0,
        _ => true,
    };

    /// <summary>The computus for the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8).</summary>
    public static DateOnly EasterOf(int year)
    {
        var golden = year % 19;
        var (century, inCentury) = Math.DivRem(year, 100);
        var (leapCenturies, centuryLeft) = Math.DivRem(century, 4);
        var correction = (century - (century + 8) / 25 + 1) / 3;
        var moon = (19 * golden + century - leapCenturies - correction + 15) % 30;
        var (leapYears, yearLeft) = Math.DivRem(inCentury, 4);
        var weekday = (32 + 2 * centuryLeft + 2 * leapYears - moon - yearLeft) % 7;
        var late = (golden + 11 * moon + 22 * weekday) / 451;
        var (month, day) = Math.DivRem(moon + weekday - 7 * late + 114, 31);
        return new(year, month, day + 1);
    }
}

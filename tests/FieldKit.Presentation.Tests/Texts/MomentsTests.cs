using FieldKit.TestKit;

namespace FieldKit.Presentation.Tests;

public sealed class MomentsTests
{
    private static readonly DateTimeOffset Afternoon = new(2026, 3, 3, 13, 5, 0, TimeSpan.Zero);

    private readonly Texts texts = new(new RememberedPreferences());

    private readonly ManualTimeProvider time = new(Afternoon);

    private Moments Moments => new(texts, time);

    [Theory]
    [InlineData("nl", "3 maart")]
    [InlineData("en", "3 March")]
    public void A_day_is_said_in_the_chosen_language(string language, string said)
    {
        texts.Use(language);
        Assert.Equal(said, Moments.Day(Afternoon));
    }

    [Theory]
    [InlineData("nl", "2 mrt 2026")]
    [InlineData("en", "2 Mar 2026")]
    public void A_date_is_day_month_year_in_the_chosen_language(string language, string said)
    {
        texts.Use(language);
        Assert.Equal(said, texts.Date(new(2026, 3, 2)));
    }

    [Theory]
    [InlineData("nl", "vandaag 13:05", "2 mrt 13:05")]
    [InlineData("en", "today 13:05", "2 Mar 13:05")]
    public void Today_is_called_today_and_the_clock_has_24_hours(string language, string today, string before)
    {
        texts.Use(language);
        Assert.Equal(today, Moments.DayAndClock(Afternoon));
        Assert.Equal(before, Moments.DayAndClock(Afternoon.AddDays(-1)));
    }

    [Theory]
    [InlineData("nl", "1.234,5")]
    [InlineData("en", "1,234.5")]
    public void A_number_has_the_marks_of_the_chosen_language(string language, string said)
    {
        texts.Use(language);
        Assert.Equal(said, 1234.5.ToString("N1", texts.Culture));
    }
}

using FieldKit.Domain.Contacts;
using FieldKit.Presentation.Contacts;

namespace FieldKit.Presentation.Tests.Contacts;

public sealed class OpeningWordsTests
{
    private static readonly OpeningHours Office =
        new([new([DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday], new(9, 0), new(16, 0))], HolidayRule.Closed);

    private readonly Texts texts = new(new RememberedPreferences());

    [Theory]
    [InlineData("2026-11-20T10:00:00+01:00", "nu open tot 16.00 uur")]
    [InlineData("2026-11-20T08:00:00+01:00", "nu dicht, open om 9.00 uur")]
    [InlineData("2026-11-19T18:00:00+01:00", "nu dicht, open morgen om 9.00 uur")]
    [InlineData("2026-11-20T18:00:00+01:00", "nu dicht, open maandag om 9.00 uur")]
    [InlineData("2026-12-25T10:00:00+01:00", "nu dicht (Eerste Kerstdag), open maandag om 9.00 uur")]
    [InlineData("2026-04-03T10:00:00+02:00", "het is Goede Vrijdag: niet bekend of er iemand is")]
    public void Confirmed_hours_are_said_plainly(string now, string words) => Assert.Equal(words, Words(Contact("bevestigd", Office), now));

    [Theory]
    [InlineData("2026-11-20T10:00:00+01:00", "zou nu open zijn tot 16.00 uur (opgave uit 2019)")]
    [InlineData("2026-11-20T18:00:00+01:00", "zou nu dicht zijn, open maandag om 9.00 uur (opgave uit 2019)")]
    public void Hours_of_an_old_source_are_never_certain(string now, string words) =>
        Assert.Equal(words, Words(Contact("oud", Office with { Stated = new("opgave uit 2019") }), now));

    [Fact]
    public void Hours_past_their_date_are_never_certain() =>
        Assert.Equal(
            "zou nu open zijn tot 16.00 uur (niet meer nagekeken)",
            Words(Contact("bevestigd", Office) with { ExpiresOn = new(2026, 11, 1) }, "2026-11-20T10:00:00+01:00"));

    [Fact]
    public void Day_and_night_is_said_so() =>
        Assert.Equal("nu open, dag en nacht", Words(Contact("bevestigd", null) with { AlwaysOpen = true }, "2026-11-20T03:00:00+01:00"));

    [Fact]
    public void Nothing_known_says_nothing() => Assert.Null(Words(Contact("bevestigd", null), "2026-11-20T10:00:00+01:00"));

    [Fact]
    public void Further_away_than_a_week_has_a_date()
    {
        var monthly = Office with { Times = [new([DayOfWeek.Friday], new(9, 0), new(16, 0))] };

        // Friday 25 December is a holiday; the next Friday is New Year's Day.
        Assert.Equal("nu dicht, open vrijdag 8 januari om 9.00 uur", Words(Contact("bevestigd", monthly), "2026-12-24T10:00:00+01:00"));
    }

    [Fact]
    public void English_has_its_own_words()
    {
        texts.Use(Texts.English);

        Assert.Equal("closed now, opens Monday at 9:00", Words(Contact("bevestigd", Office), "2026-11-20T18:00:00+01:00"));
    }

    private string? Words(Contact contact, string now) =>
        OpeningWords.Of(new(contact, DateTimeOffset.Parse(now, null)), texts, DateTimeOffset.Parse(now, null));

    private static Contact Contact(string status, OpeningHours? opening) =>
        new("T", new("naam"), new("doel"), null, "1", null, null, false, null, status, [], new(2026, 1, 1), new(2027, 2, 1), false, false, Opening: opening);
}

using System.Globalization;
using FieldKit.Domain.Contacts;

namespace FieldKit.Presentation.Contacts;

/// <summary>Whether somebody answers now, in words: "nu open tot 17:00", "dicht, maandag om 9:00 weer open", "zou nu open zijn (opgave uit 2019)".</summary>
public static class OpeningWords
{
    /// <returns>Null where nothing is known of the hours at all.</returns>
    public static string? Of(ContactCard card, Texts texts, DateTimeOffset now)
    {
        var words = card.State switch
        {
            { Now: Openness.Open, Until: { } until } => texts[Key(card, "open.until"), When("until", until, now, texts)],
            { Now: Openness.Open } => texts[Key(card, "open")],
            { Now: Openness.Closed, OpensAt: { } opens, Holiday: { } holiday } => texts[Key(card, "closed.holiday"), Name(holiday, texts), When("opens", opens, now, texts)],
            { Now: Openness.Closed, OpensAt: { } opens } => texts[Key(card, "closed.until"), When("opens", opens, now, texts)],
            { Now: Openness.Closed } => texts[Key(card, "closed")],
            { Holiday: { } holiday } => texts["now.holiday.unknown", Name(holiday, texts)],
            _ => null,
        };
        return words is not null && card.State.Now != Openness.Unknown && Doubt(card, texts) is { } doubt ? $"{words} ({doubt})" : words;
    }

    private static string Key(ContactCard card, string key) => card.HoursAreSure ? $"now.{key}" : $"perhaps.{key}";

    private static string? Doubt(ContactCard card, Texts texts) => card switch
    {
        { HoursAreSure: true } => null,
        { Contact.Opening.Stated: { } stated } => texts[stated],
        _ => texts["perhaps.unchecked"],
    };

    private static string Name(Holiday holiday, Texts texts) => texts[$"holiday.{holiday}"];

    /// <summary>"17.00 uur", "morgen om 9.00 uur", "maandag om 9.00 uur", or with the date when it is a week away or more.</summary>
    private static string When(string what, DateTime there, DateTimeOffset now, Texts texts)
    {
        var clock = there.ToString(texts["when.clock"], CultureInfo.InvariantCulture);
        return (DateOnly.FromDateTime(there).DayNumber - DutchClock.DayOf(now).DayNumber) switch
        {
            0 => texts[$"when.{what}.today", clock],
            1 => texts[$"when.{what}.day", texts["when.tomorrow"], clock],
            < 7 => texts[$"when.{what}.day", there.ToString("dddd", texts.Culture), clock],
            _ => texts[$"when.{what}.day", there.ToString("dddd d MMMM", texts.Culture), clock],
        };
    }
}

using FieldKit.Content.Reading;
using FieldKit.Domain.Contacts;

namespace FieldKit.Content.Contacts;

/// <summary>Opening hours as a source gives them.</summary>
internal static class OpeningReader
{
    private static readonly DayOfWeek[] Workdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    private static readonly Dictionary<string, DayOfWeek[]> Days = new()
    {
        ["workdays"] = Workdays,
        ["every-day"] = [.. Workdays, DayOfWeek.Saturday, DayOfWeek.Sunday],
        ["monday"] = [DayOfWeek.Monday],
        ["tuesday"] = [DayOfWeek.Tuesday],
        ["wednesday"] = [DayOfWeek.Wednesday],
        ["thursday"] = [DayOfWeek.Thursday],
        ["friday"] = [DayOfWeek.Friday],
        ["saturday"] = [DayOfWeek.Saturday],
        ["sunday"] = [DayOfWeek.Sunday],
    };

    private static readonly Dictionary<string, HolidayRule> Holidays = new()
    {
        ["closed"] = HolidayRule.Closed,
        ["open"] = HolidayRule.Open,
        ["unknown"] = HolidayRule.Unknown,
    };

    public static OpeningHours Read(YamlMap map) => map.Done(new OpeningHours(
        [.. map.Maps("times").Select(ReadTime)],
        map.Choice("holidays", Holidays, HolidayRule.Unknown, required: true),
        map.OptionalLocal("stated")));

    private static OpeningTime ReadTime(YamlMap map) => map.Done(new OpeningTime(
        [.. map.Choices("days", Days, []).SelectMany(days => days).Distinct()],
        map.Time("from"),
        map.Time("until")));
}

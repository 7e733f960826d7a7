namespace FieldKit.Domain.Contacts;

/// <summary>The wall clock in the Netherlands, wherever the device is and whatever zone it is set to.</summary>
public static class DutchClock
{
    private static readonly Lazy<TimeZoneInfo> Zone = new(() => TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"));

    /// <summary>Date and time of day there; without a zone of its own.</summary>
    public static DateTime Of(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone.Value).DateTime;

    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(Of(moment));
}

using System.Globalization;

namespace FieldKit.Presentation;

/// <summary>Times as people say them, on the device's own clock: for showing, never for deciding.</summary>
public sealed class Moments(Texts texts, TimeProvider time)
{
    /// <summary>"14:22".</summary>
    public string Clock(DateTimeOffset at) => Local(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"3 november".</summary>
    public string Day(DateTimeOffset at) => Local(at).ToString("d MMMM", texts.Culture);

    /// <summary>"vandaag 14:22" or "3 nov 14:22".</summary>
    public string DayAndClock(DateTimeOffset at)
    {
        var local = Local(at);
        var day = local.Date == Local(time.GetUtcNow()).Date ? texts["moment.today"] : local.ToString("d MMM", texts.Culture);
        return $"{day} {Clock(at)}";
    }

    private DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, time.LocalTimeZone);
}

using System.Globalization;

namespace FieldKit.Desk.Log;

/// <summary>What is asked of the log, as the route takes it.</summary>
public static class LogAddress
{
    /// <summary>Days are those of this desk: from the first moment of the first to the last of the last.</summary>
    public static string Route(LogFilter filter, string? before, int? most)
    {
        string[] parts =
        [
            .. new[]
            {
                ("from", MomentOf(filter.From)), ("until", MomentOf(filter.Until?.AddDays(1))), ("action", filter.Action), ("actor", filter.Actor?.ToString("D")),
                ("about", filter.About?.ToString("D")), ("before", before), ("most", most?.ToString(CultureInfo.InvariantCulture)),
            }
            .Where(part => part.Item2 is not null)
            .Select(part => $"{part.Item1}={Uri.EscapeDataString(part.Item2!)}"),
        ];
        return parts.Length == 0 ? "api/v1/staff/audit" : $"api/v1/staff/audit?{string.Join('&', parts)}";
    }

    private static string? MomentOf(DateOnly? day) => day is { } date
        ? new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Local)).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)
        : null;
}

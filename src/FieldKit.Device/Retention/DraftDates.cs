using FieldKit.Domain.Municipalities;

namespace FieldKit.Device.Retention;

/// <summary>When a draft that nobody touches is warned about, and when it goes.</summary>
internal static class DraftDates
{
    public static bool IsWarned(KeptEntry entry, DevicePolicy policy, DateTimeOffset? passed) => passed >= entry.Since.AddDays(policy.DraftWarningDays);

    /// <summary>However long nobody looked: after the warning was on the screen its writer has as many days as between warning and end.</summary>
    /// <param name="now">Counts as the moment of the warning where there was none yet.</param>
    public static DateTimeOffset Goes(KeptEntry entry, DevicePolicy policy, DateTimeOffset now)
    {
        var (end, afterWarning) = (entry.Since.AddDays(policy.DraftDays), (entry.Warned ?? now).AddDays(policy.DraftDays - policy.DraftWarningDays));
        return end > afterWarning ? end : afterWarning;
    }
}

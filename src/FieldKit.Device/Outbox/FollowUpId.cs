using System.Globalization;

namespace FieldKit.Device.Outbox;

/// <summary>Ids of follow-ups. The queue goes by id, and a follow-up must not come before its signal, whatever the clock did meanwhile.</summary>
internal static class FollowUpId
{
    private const int TimeVersion = 7;

    /// <summary>A UUIDv7 that sorts after <paramref name="earlier"/>.</summary>
    public static Guid After(Guid earlier, DateTimeOffset now)
    {
        var next = earlier.Version == TimeVersion ? Moment(earlier).AddMilliseconds(1) : now;
        return Guid.CreateVersion7(next > now ? next : now);
    }

    private static DateTimeOffset Moment(Guid id) => DateTimeOffset.FromUnixTimeMilliseconds(
        long.Parse(id.ToString("N").AsSpan(0, 12), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}

namespace FieldKit.ReportingPoint.Intake;

/// <summary>What a device had stored so far, by day. Taken as it was when the exchange came in: those that come at the same moment may pass the bound by a frame each.</summary>
internal sealed record DeviceAllowance(long Day, long Bytes)
{
    /// <summary>A small envelope is a row like any other.</summary>
    public const int LeastBytes = 4096;

    public static long DayOf(DateTimeOffset now) => now.ToUnixTimeMilliseconds() / (long)TimeSpan.FromDays(1).TotalMilliseconds;

    public static long CostOf(byte[] sealedBytes) => Math.Max(LeastBytes, sealedBytes.Length);

    /// <summary>Below one: nothing new today.</summary>
    public long RoomOn(DateTimeOffset now, long bytesADay) => bytesADay - (Day == DayOf(now) ? Bytes : 0);
}

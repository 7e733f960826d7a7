namespace FieldKit.ReportingPoint.Tests.Faults;

/// <summary>What goes wrong, one at a time, while a device and its reporting point exchange.</summary>
internal enum Fault
{
    RequestLost,
    AnswerLost,
    Delayed,
    Duplicated,

    /// <summary>Held up, and delivered after one that was sent later.</summary>
    Reordered,

    /// <summary>The answer to an earlier request in place of its own.</summary>
    StaleAnswer,
    RequestTruncated,
    AnswerTruncated,
    DeviceKilledBeforeSending,
    DeviceKilledBeforeAnswer,

    /// <summary>As its database writes what it heard: written, and then the power goes.</summary>
    DeviceKilledAfterWriting,
    DeviceFull,
    ServerKilled,
    DeviceClockShifted,
    ServerClockShifted,
    BackupRestored,
}

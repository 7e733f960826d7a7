namespace FieldKit.ReportingPoint.Intake;

/// <summary>A device that showed its token.</summary>
/// <param name="RevokedAt">Shut out since then: it still delivers what is sealed, and gets nothing.</param>
/// <param name="ContentSequence">Of the edition in force.</param>
/// <param name="Allowance">What it had stored.</param>
/// <param name="FetchedTo">Sequence of the last message that it said to have.</param>
/// <param name="LastMessage">Sequence of the last message written to it.</param>
/// <param name="LastSeenDay">Days since 1970 (UTC); null where that is not known.</param>
/// <param name="Epoch">Number of the key that its municipality's signals are sealed to.</param>
/// <param name="Instance">Of this reporting point, as the device is told.</param>
internal sealed record EnteredDevice(Guid Id, string Municipality, Guid Instance, DateTimeOffset? RevokedAt, long ContentSequence, DeviceAllowance Allowance, long FetchedTo, long LastMessage, long? LastSeenDay, int Epoch);

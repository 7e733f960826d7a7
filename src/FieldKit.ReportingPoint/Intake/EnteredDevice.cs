namespace FieldKit.ReportingPoint.Intake;

/// <summary>A device that showed its token.</summary>
/// <param name="Instance">Of this reporting point, as the device is told.</param>
internal sealed record EnteredDevice(Guid Id, string Municipality, Guid Instance);

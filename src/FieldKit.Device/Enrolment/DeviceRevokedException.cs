namespace FieldKit.Device.Enrolment;

/// <summary>The reporting point has shut this device out: nothing new is sealed on it.</summary>
public sealed class DeviceRevokedException() : Exception("This device is revoked.");

namespace FieldKit.Device.Vault;

/// <summary>After wrong PINs one has to wait; the PIN was not tried.</summary>
public sealed class TooSoonException() : Exception("The next try has to wait.");

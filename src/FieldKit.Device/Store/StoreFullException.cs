namespace FieldKit.Device.Store;

/// <summary>The device has no room left; nothing was written, and nothing that was there is lost.</summary>
public sealed class StoreFullException(Exception? cause = null) : IOException("There is no room left on this device.", cause);

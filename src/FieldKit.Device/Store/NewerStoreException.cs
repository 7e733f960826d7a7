namespace FieldKit.Device.Store;

/// <summary>A newer version of FieldKit wrote what is stored here: this one leaves it as it is.</summary>
public sealed class NewerStoreException(long format) : IOException($"What is stored here has format {format}, which is newer than this version.");

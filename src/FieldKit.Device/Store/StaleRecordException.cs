namespace FieldKit.Device.Store;

/// <summary>A record was changed by someone else in the meantime (another tab): nothing was written.</summary>
public sealed class StaleRecordException(RecordKey key)
    : Exception($"The record {key.Store}/{key.Id} has another version than expected.")
{
    public RecordKey Key { get; } = key;
}

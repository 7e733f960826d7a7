namespace FieldKit.Device.Store;

/// <summary>The place of a record. Both parts are compared ordinally; neither holds a line break.</summary>
/// <exception cref="ArgumentException">The store is not one of <see cref="DeviceStores"/>.</exception>
public readonly record struct RecordKey(string Store, string Id)
{
    public string Store { get; } = DeviceStores.Checked(Store);
}

/// <param name="Version">1 when new, one more with every change.</param>
public sealed record StoredRecord(RecordKey Key, long Version, byte[] Bytes);

/// <summary>One change of a commit. The record's new version is <paramref name="ExpectedVersion"/> + 1.</summary>
/// <param name="ExpectedVersion">The version that the writer knows; 0: the record must not exist yet.</param>
/// <param name="Bytes">Null deletes.</param>
public sealed record RecordChange(RecordKey Key, long ExpectedVersion, byte[]? Bytes);

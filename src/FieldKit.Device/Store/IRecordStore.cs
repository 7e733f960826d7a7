namespace FieldKit.Device.Store;

/// <summary>Port to what the device keeps: SQLite natively, IndexedDB in the browser. It sees ciphertext, except for public content.</summary>
public interface IRecordStore
{
    ValueTask<StoredRecord?> ReadAsync(RecordKey key);

    /// <summary>Those of the records with these ids that exist, in the order of the ids.</summary>
    ValueTask<IReadOnlyList<StoredRecord>> ReadAllAsync(string store, IReadOnlyList<string> ids);

    /// <summary>All records of a store, ordered by id (ordinal).</summary>
    ValueTask<IReadOnlyList<StoredRecord>> ListAsync(string store);

    /// <summary>How many records a store holds, without reading them.</summary>
    ValueTask<int> CountAsync(string store);

    /// <summary>All changes or none; when it returns they survive a power cut. A key occurs once per commit.</summary>
    /// <exception cref="StaleRecordException">A record has another version than expected; nothing was written.</exception>
    /// <exception cref="StoreFullException">No room; nothing was written.</exception>
    ValueTask CommitAsync(IReadOnlyList<RecordChange> changes);
}

using FieldKit.Device.Store;

namespace FieldKit.TestKit;

/// <summary>A store whose next commit fails, before or after it was written, and that counts what is asked of it.</summary>
public sealed class FaultyRecordStore(IRecordStore store) : IRecordStore
{
    public int Calls { get; set; }

    public bool FailBeforeNextCommit { get; set; }

    /// <summary>Written, but the caller does not learn of it: a crash at the worst moment.</summary>
    public bool FailAfterNextCommit { get; set; }

    public ValueTask<StoredRecord?> ReadAsync(RecordKey key)
    {
        Calls++;
        return store.ReadAsync(key);
    }

    public ValueTask<IReadOnlyList<StoredRecord>> ReadAllAsync(string name, IReadOnlyList<string> ids)
    {
        Calls++;
        return store.ReadAllAsync(name, ids);
    }

    public ValueTask<IReadOnlyList<StoredRecord>> ListAsync(string name)
    {
        Calls++;
        return store.ListAsync(name);
    }

    public ValueTask<int> CountAsync(string name)
    {
        Calls++;
        return store.CountAsync(name);
    }

    public async ValueTask CommitAsync(IReadOnlyList<RecordChange> changes)
    {
        Calls++;
        if (FailBeforeNextCommit)
        {
            FailBeforeNextCommit = false;
            throw new StoreFullException();
        }

        await store.CommitAsync(changes);
        if (FailAfterNextCommit)
        {
            FailAfterNextCommit = false;
            throw new IOException("The power went.");
        }
    }
}

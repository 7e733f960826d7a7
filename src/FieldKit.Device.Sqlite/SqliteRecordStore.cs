using FieldKit.Device.Store;
using Microsoft.Data.Sqlite;

namespace FieldKit.Device.Sqlite;

/// <summary>
/// The record store of native hosts: one file, write-ahead log, synced to the disk at every commit.
/// Several processes may open the same file; the versions keep them apart.
/// </summary>
public sealed class SqliteRecordStore : IRecordStore, IDisposable
{
    private const int DiskFull = 13; // SQLITE_FULL
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly SqliteConnection connection;
    private readonly SqliteStatements statements;

    /// <param name="path">Created when it does not exist, and brought to today's format when an earlier version wrote it.</param>
    /// <exception cref="NewerStoreException">A newer version wrote it; nothing was changed.</exception>
    public SqliteRecordStore(string path)
    {
        // Pooling would keep the file open after disposal.
        connection = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 30 }.ToString());
        connection.Open();
        try
        {
            SqliteFormat.Bring(connection);
        }
        catch (NewerStoreException)
        {
            connection.Dispose();
            throw;
        }

        statements = new(connection);
    }

    public async ValueTask<StoredRecord?> ReadAsync(RecordKey key)
    {
        await turn.WaitAsync();
        try
        {
            return statements.Read(key);
        }
        finally
        {
            turn.Release();
        }
    }

    public async ValueTask<IReadOnlyList<StoredRecord>> ReadAllAsync(string store, IReadOnlyList<string> ids)
    {
        await turn.WaitAsync();
        try
        {
            return statements.ReadAll(store, ids);
        }
        finally
        {
            turn.Release();
        }
    }

    public async ValueTask<IReadOnlyList<StoredRecord>> ListAsync(string store)
    {
        await turn.WaitAsync();
        try
        {
            return statements.List(store);
        }
        finally
        {
            turn.Release();
        }
    }

    public async ValueTask<int> CountAsync(string store)
    {
        await turn.WaitAsync();
        try
        {
            return statements.Count(store);
        }
        finally
        {
            turn.Release();
        }
    }

    public async ValueTask CommitAsync(IReadOnlyList<RecordChange> changes)
    {
        await turn.WaitAsync();
        try
        {
            // Takes the write lock at once: a reader that turns writer half-way could be refused by another process.
            using var transaction = connection.BeginTransaction(deferred: false);
            foreach (var change in changes.Where(change => !IsDeletion(change)))
            {
                if (!statements.TryApply(change, transaction))
                {
                    throw new StaleRecordException(change.Key);
                }
            }

            // A sync takes a hundred signals off the queue at once.
            foreach (var alike in changes.Where(IsDeletion).GroupBy(change => (change.Key.Store, change.ExpectedVersion)))
            {
                var (store, version) = alike.Key;
                if (!statements.TryDeleteAll(store, version, [.. alike.Select(change => change.Key.Id)], transaction))
                {
                    throw new StaleRecordException(alike.First().Key);
                }
            }

            transaction.Commit();
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode == DiskFull)
        {
            throw new StoreFullException(failure);
        }
        finally
        {
            turn.Release();
        }
    }

    private static bool IsDeletion(RecordChange change) => change is { Bytes: null, ExpectedVersion: > 0 };

    /// <summary>Lets a write that has begun end first; whoever comes later is refused.</summary>
    public void Dispose()
    {
        turn.Wait();
        try
        {
            statements.Dispose();
            connection.Dispose();
        }
        finally
        {
            // Not disposed: those who wait for it would never wake.
            turn.Release();
        }
    }
}

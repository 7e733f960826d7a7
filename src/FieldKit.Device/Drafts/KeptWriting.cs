using System.Text.Json.Serialization;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;

namespace FieldKit.Device.Drafts;

/// <summary>Something that is being written and kept on the way, perhaps in two tabs at once.</summary>
public abstract class KeptWriting
{
    // Two tabs that save at the same moment meet once or twice; more is another fault.
    private const int MostJoins = 5;

    /// <summary>The stored record's version, kept here so that saving needs no read; 0: not stored.</summary>
    [JsonIgnore]
    public long Version { get; internal set; }

    /// <summary>Saves, and the sealing that ends them, go one after the other.</summary>
    [JsonIgnore]
    internal SemaphoreSlim Turn { get; } = new(1, 1);

    // Set when a save failed without saying whether it was written: the next one looks first.
    private bool versionUncertain;

    /// <summary>Stores what is written as it is now, together with what another tab wrote meanwhile. One port call where nobody else wrote.</summary>
    /// <param name="key">Of the record in the vault.</param>
    /// <param name="write">Throws <see cref="StaleRecordException"/> when another tab wrote.</param>
    /// <param name="join">Takes in what another tab wrote; throws <see cref="StaleRecordException"/> when nothing can be kept here any more.</param>
    /// <returns>True: another tab had written too, and this now holds both.</returns>
    internal async ValueTask<bool> SaveAsync(ISealedStore store, RecordKey key, Func<ValueTask> write, Func<ValueTask> join)
    {
        await Turn.WaitAsync();
        try
        {
            if (versionUncertain)
            {
                Version = (await store.ReadAsync(key, KeyTier.Vault))?.Version ?? Version;
                versionUncertain = false;
            }

            for (var joined = 0; ; joined++)
            {
                try
                {
                    await write();
                    return joined > 0;
                }
                catch (StaleRecordException) when (joined < MostJoins)
                {
                    await join();
                }
            }
        }
        catch (Exception failure) when (failure is not (StaleRecordException or VaultLockedException))
        {
            versionUncertain = true;
            throw;
        }
        finally
        {
            Turn.Release();
        }
    }
}

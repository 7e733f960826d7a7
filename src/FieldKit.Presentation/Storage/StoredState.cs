using FieldKit.Device.Store;
using FieldKit.Presentation.Sync;
using FieldKit.Presentation.Unlock;

namespace FieldKit.Presentation.Storage;

/// <summary>
/// Whether what was stored here is still here. From the first vault on, the same mark stands in the store and among the preferences,
/// which a browser keeps apart: a preference without its record means that the browser cleared the store. The mark says nothing else.
/// </summary>
public sealed class StoredState : Observable, IDisposable
{
    private const string Mark = "stored";
    private const string ClearedPreference = "stored-cleared";
    private static readonly RecordKey MarkKey = new(DeviceStores.Marks, Mark);

    private readonly IDeviceStorage storage;
    private readonly IRecordStore records;
    private readonly IPreferences preferences;
    private readonly UnlockModel vault;
    private readonly IActivity activity;
    private readonly IConnection connection;
    private bool started;
    private bool marking;

    public StoredState(
        IDeviceStorage storage, IRecordStore records, IPreferences preferences, UnlockModel vault, IActivity activity, IConnection connection)
    {
        (this.storage, this.records, this.preferences) = (storage, records, preferences);
        (this.vault, this.activity, this.connection) = (vault, activity, connection);
    }

    /// <summary>A newer version of the app wrote what is here.</summary>
    public bool IsNewer { get; private set; }

    /// <summary>The browser took away what was stored, and nobody has read that yet.</summary>
    public bool IsCleared => preferences.Read(ClearedPreference) is { Length: > 0 };

    /// <summary>Later calls do nothing.</summary>
    public async Task StartAsync()
    {
        if (started)
        {
            return;
        }

        started = true;
        // However a vault came to be, somebody who uses it touches something.
        activity.Touched += MarkWhenOpen;
        connection.Resumed += LookAgain;
        IsNewer = await storage.IsNewerAsync();
        if (!IsNewer)
        {
            await CompareAsync();
        }

        Changed();
    }

    public void Acknowledge()
    {
        preferences.Write(ClearedPreference, "");
        Changed();
    }

    public void Dispose()
    {
        activity.Touched -= MarkWhenOpen;
        connection.Resumed -= LookAgain;
    }

    // Another tab may have a newer version by now.
    private void LookAgain() => _ = LookAgainAsync();

    private async Task LookAgainAsync()
    {
        if (!IsNewer && await storage.IsNewerAsync())
        {
            IsNewer = true;
            Changed();
        }
    }

    private async Task CompareAsync()
    {
        var isHere = await records.ReadAsync(MarkKey) is not null;
        if (!isHere && IsMarked)
        {
            preferences.Write(Mark, "");
            preferences.Write(ClearedPreference, "1");
        }
        else if (isHere && !IsMarked)
        {
            preferences.Write(Mark, "1");
        }
    }

    private bool IsMarked => preferences.Read(Mark) is { Length: > 0 };

    private void MarkWhenOpen()
    {
        if (vault.IsOpen && !IsMarked && !IsNewer && !marking)
        {
            marking = true;
            _ = MarkAsync();
        }
    }

    private async Task MarkAsync()
    {
        try
        {
            if (await records.ReadAsync(MarkKey) is null)
            {
                await records.CommitAsync([new(MarkKey, 0, [])]);
            }

            // Only now: a preference without its record is a loss.
            preferences.Write(Mark, "1");
        }
        catch (Exception failure) when (failure is IOException or StaleRecordException)
        {
            // No room, or another tab did it: the next touch tries again.
        }
        finally
        {
            marking = false;
        }
    }
}

using FieldKit.Device.Store;
using FieldKit.Device.Vault;

namespace FieldKit.Presentation.Form;

public enum SaveState
{
    Kept,
    Saving,

    /// <summary>Not written; tried again by itself.</summary>
    Failed,

    /// <summary>Not written, there is no room on the device; tried again by itself.</summary>
    Full,

    /// <summary>Sealed or deleted in another window: this copy writes no more.</summary>
    Elsewhere,

    /// <summary>The vault was shut; kept in memory until it is open again.</summary>
    Locked,
}

/// <summary>
/// Keeps what is being written: a moment after the last keystroke, at once when asked, one save at a time,
/// and again until it worked. A change made during a save is in the next one.
/// </summary>
public sealed class Autosave(Func<ValueTask> save, TimeProvider time) : Observable, IDisposable
{
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    public static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(2);

    /// <summary>A save that takes longer is shown while it goes on; a shorter one would only flicker.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    private ITimer? timer;
    private Task<bool>? running;
    private long changes;
    private long kept;
    private bool stopped;

    public SaveState State { get; private set; }

    /// <summary>Null until something was kept.</summary>
    public DateTimeOffset? KeptAt { get; private set; }

    public bool HasUnkept => kept < changes;

    /// <summary>How many changes are kept: grows with each save that worked.</summary>
    public long Kept => kept;

    /// <summary>Something changed: keep it when the writer pauses.</summary>
    public void Touch()
    {
        changes++;
        WakeAfter(Pause);
    }

    /// <summary>Returns when everything changed so far is kept, or could not be (see <see cref="State"/>).</summary>
    public async Task KeepAsync()
    {
        WakeAfter(Timeout.InfiniteTimeSpan);
        while (HasUnkept && !stopped)
        {
            var saving = running ??= SaveOnceAsync();
            var worked = await saving;
            if (running == saving)
            {
                running = null;
            }

            if (!worked)
            {
                return;
            }
        }
    }

    /// <summary>Keeps what there is.</summary>
    /// <returns>False: something is kept nowhere.</returns>
    public async Task<bool> SettleAsync()
    {
        await KeepAsync();
        return !HasUnkept || State == SaveState.Elsewhere;
    }

    /// <summary>No more saves, not even of what is unkept: the draft was sealed or deleted.</summary>
    public void Stop()
    {
        stopped = true;
        Dispose();
    }

    public void Dispose()
    {
        timer?.Dispose();
        timer = null;
    }

    private async Task<bool> SaveOnceAsync()
    {
        var target = changes;
        try
        {
            State = SaveState.Saving;
            using var late = time.CreateTimer(_ => ShowIfStillSaving(), null, Patience, Timeout.InfiniteTimeSpan);
            await save();
            kept = target;
            KeptAt = time.GetUtcNow();
            Show(SaveState.Kept);
            return true;
        }
        catch (Exception failure)
        {
            FailedWith(failure);
            return false;
        }
    }

    private void ShowIfStillSaving()
    {
        if (State == SaveState.Saving)
        {
            Changed();
        }
    }

    private void FailedWith(Exception failure)
    {
        switch (failure)
        {
            case StaleRecordException:
                Stop();
                Show(SaveState.Elsewhere);
                break;
            case VaultLockedException:
                Show(SaveState.Locked);
                break;
            default:
                Show(failure is StoreFullException ? SaveState.Full : SaveState.Failed);
                WakeAfter(RetryPause);
                break;
        }
    }

    private void WakeAfter(TimeSpan pause)
    {
        if (stopped)
        {
            return;
        }

        if (timer is null)
        {
            timer = time.CreateTimer(_ => _ = KeepAsync(), null, pause, Timeout.InfiniteTimeSpan);
        }
        else
        {
            timer.Change(pause, Timeout.InfiniteTimeSpan);
        }
    }

    private void Show(SaveState state)
    {
        State = state;
        Changed();
    }
}

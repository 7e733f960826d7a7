using FieldKit.Device.Drafts;
using FieldKit.Device.Outbox;
using FieldKit.Device.Store;
using FieldKit.Presentation.Unlock;

namespace FieldKit.Presentation.Signals;

/// <summary>Removes from this device what a person wrote, and brings the last of it back when they change their mind.</summary>
public sealed class Removals(DraftBox drafts, SignalRemoval signals) : Observable, IOpenText
{
    private Func<ValueTask>? undo;

    /// <summary>Text key of what was removed last and can be brought back, or null.</summary>
    public string? Last { get; private set; }

    /// <exception cref="Device.Vault.VaultLockedException"></exception>
    public async Task RemoveDraftAsync(Guid id)
    {
        if (await drafts.ReadAsync(id) is { } draft)
        {
            await drafts.DeleteAsync(id);
            Offer("removed.draft", () => drafts.RestoreAsync(draft));
        }
    }

    /// <returns>False: something about it changed at this moment, nothing was removed.</returns>
    /// <exception cref="Device.Vault.VaultLockedException"></exception>
    public async Task<bool> RemoveSignalAsync(Guid id)
    {
        try
        {
            var removed = await signals.RemoveAsync(id);
            Offer("removed.signal", () => signals.RestoreAsync(removed));
            return true;
        }
        catch (StaleRecordException)
        {
            return false;
        }
    }

    public async Task UndoAsync()
    {
        if (undo is { } bringBack)
        {
            Forget();
            await bringBack();
            Changed();
        }
    }

    public Task PutAwayAsync()
    {
        Forget();
        return Task.CompletedTask;
    }

    /// <summary>An undo that is still offered waits for its moment.</summary>
    public Task<bool> SettleAsync() => Task.FromResult(undo is null);

    public void Forget()
    {
        (undo, Last) = (null, null);
        Changed();
    }

    private void Offer(string text, Func<ValueTask> bringBack)
    {
        (Last, undo) = (text, bringBack);
        Changed();
    }
}

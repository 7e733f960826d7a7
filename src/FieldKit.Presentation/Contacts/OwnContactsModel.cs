using System.ComponentModel;
using FieldKit.Device.Contacts;
using FieldKit.Device.Vault;
using FieldKit.Presentation.Unlock;

namespace FieldKit.Presentation.Contacts;

public enum OwnContactsState
{
    Looking,

    /// <summary>Nobody chose a PIN here yet, so there is nowhere to keep a number.</summary>
    NoVault,
    Locked,
    Open,
}

/// <summary>The user's own numbers wherever contacts are shown. They are forgotten the moment the vault is shut.</summary>
public sealed class OwnContactsModel : Observable
{
    private readonly OwnContacts own;
    private readonly IDeviceKeys keys;
    private IReadOnlyList<OwnContact> read = [];
    private OwnContact? removed;
    private bool? hasVault;
    private bool isRead;
    private int kept;
    private Task? reading;

    public OwnContactsModel(OwnContacts own, IDeviceKeys keys, UnlockModel vault)
    {
        (this.own, this.keys) = (own, keys);
        vault.PropertyChanged += Follow;
    }

    public OwnContactsState State => (hasVault, keys.IsOpen, isRead) switch
    {
        (_, true, true) => OwnContactsState.Open,
        (null, _, _) or (_, true, false) => OwnContactsState.Looking,
        (false, _, _) => OwnContactsState.NoVault,
        _ => OwnContactsState.Locked,
    };

    /// <summary>There are numbers, and the PIN is needed to see them.</summary>
    public bool AreLockedAway => State == OwnContactsState.Locked && kept > 0;

    public IReadOnlyList<OwnContact> All => keys.IsOpen ? read : [];

    /// <summary>The last one removed, until it is put back, another goes or the vault is shut.</summary>
    public OwnContact? Removed => keys.IsOpen ? removed : null;

    /// <returns>What the user filled in for this contact of the content, or null.</returns>
    public OwnContact? Of(string contact) => All.FirstOrDefault(one => one.Id == contact);

    /// <summary>Reads them anew. Several cards on one page may ask at once: one read answers all.</summary>
    public Task OpenAsync() => reading is { IsCompleted: false } ? reading : reading = ReadAsync();

    public async Task SaveAsync(OwnContact contact)
    {
        await own.SaveAsync(contact);
        await ReadAsync();
    }

    public async Task RemoveAsync(string id)
    {
        removed = await own.RemoveAsync(id);
        await ReadAsync();
    }

    public async Task PutBackAsync()
    {
        if (Removed is { } contact)
        {
            removed = null;
            await own.SaveAsync(contact);
            await ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            hasVault = keys.IsOpen || await keys.ExistAsync();
            kept = await own.CountAsync();
            if (keys.IsOpen)
            {
                read = await own.ListAsync();
                isRead = true;
            }
        }
        catch (VaultLockedException)
        {
            Forget();
        }
        finally
        {
            Changed();
        }
    }

    private void Follow(object? sender, PropertyChangedEventArgs change)
    {
        if (!keys.IsOpen && (isRead || removed is not null))
        {
            Forget();
            Changed();
        }
    }

    private void Forget() => (read, removed, isRead) = ([], null, false);
}

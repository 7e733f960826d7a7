using FieldKit.Device.Vault;

namespace FieldKit.Presentation.Unlock;

/// <summary>Asks for the PIN, and shuts the vault again. Wrong tries erase nothing.</summary>
public sealed class UnlockModel(IDeviceKeys keys, IEnumerable<IOpenText>? texts = null) : Observable
{
    private readonly IReadOnlyList<IOpenText> texts = [.. texts ?? []];
    private Task? locking;

    /// <summary>False from the moment that locking begins: screens clear at once, while the last typing is still being kept.</summary>
    public bool IsOpen => keys.IsOpen && locking is null;

    /// <summary>Null until looked up: is there anything to unlock?</summary>
    public bool? HasVault { get; private set; }

    public bool IsBusy { get; private set; }

    /// <summary>Text key, or null.</summary>
    public string? Complaint { get; private set; }

    public async Task OpenAsync()
    {
        Complaint = null;
        HasVault = await keys.ExistAsync();
        Changed();
    }

    /// <returns>True: the vault is open.</returns>
    public async Task<bool> SubmitAsync(string pin)
    {
        if (IsBusy)
        {
            return false;
        }

        if (pin.Length == 0)
        {
            Complaint = "unlock.empty";
            Changed();
            return false;
        }

        (IsBusy, Complaint) = (true, null);
        Changed();
        try
        {
            await (locking ?? Task.CompletedTask);
            Complaint = await keys.UnlockAsync(pin) ? null : "unlock.wrong";
        }
        finally
        {
            IsBusy = false;
            Changed();
        }

        return Complaint is null;
    }

    /// <summary>Keeps what was typed, forgets what is readable, and has the keys dropped. Nothing happens when it is shut.</summary>
    public async Task LockAsync()
    {
        if (!IsOpen)
        {
            return;
        }

        locking = ShutAsync();
        Changed();
        await locking;
        locking = null;
        Changed();
    }

    /// <summary>The keys are gone, wiped in another tab: there is nothing left to keep anything under.</summary>
    public async Task LoseAsync()
    {
        foreach (var text in texts)
        {
            text.Forget();
        }

        keys.Lock();
        await OpenAsync();
    }

    private async Task ShutAsync()
    {
        foreach (var text in texts)
        {
            try
            {
                await text.PutAwayAsync();
            }
            catch (Exception)
            {
                // Whatever its store says: the vault is shut all the same.
            }
        }

        keys.Lock();
    }
}

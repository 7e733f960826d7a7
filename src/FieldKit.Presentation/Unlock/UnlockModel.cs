using FieldKit.Device.Vault;
using FieldKit.Presentation.Enrolment;

namespace FieldKit.Presentation.Unlock;

/// <summary>Asks for the PIN or passphrase, and shuts the vault again. What wrong ones lead to is with <see cref="WrongPins"/>.</summary>
public sealed class UnlockModel(IDeviceKeys keys, WrongPins wrong, IEnumerable<IOpenText>? texts = null) : Observable
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
        await wrong.ReadAsync();
        Changed();
    }

    /// <returns>True: the vault is open.</returns>
    public async Task<bool> SubmitAsync(string pin)
    {
        // While one has to wait nothing is tried, and what was said about the last try stays.
        if (IsBusy || wrong.IsWaiting)
        {
            return false;
        }

        var given = PinRule.Cleaned(pin);
        if (given.Length == 0)
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
            Complaint = await TryAsync(given);
        }
        finally
        {
            IsBusy = false;
            Changed();
        }

        return keys.IsOpen && Complaint is null;
    }

    /// <summary>By another way than the PIN.</summary>
    /// <returns>True: the vault is open.</returns>
    public async Task<bool> OpenAsync(Func<Task<bool>> unlock)
    {
        await (locking ?? Task.CompletedTask);
        var opened = await unlock();
        Complaint = null;
        Changed();
        return opened;
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

    /// <summary>The keys are gone, by wrong PINs or wiped in another tab: there is nothing left to keep anything under.</summary>
    public async Task LoseAsync()
    {
        foreach (var text in texts)
        {
            text.Forget();
        }

        keys.Lock();
        await OpenAsync();
    }

    /// <returns>Text key of what is wrong, or null.</returns>
    private async Task<string?> TryAsync(string pin)
    {
        var wasTried = true;
        var opened = false;
        try
        {
            opened = await keys.UnlockAsync(pin, await wrong.LimitAsync());
        }
        catch (TooSoonException)
        {
            // Another tab was wrong since this one looked.
            wasTried = false;
        }

        if (!opened || wrong.Count > 0)
        {
            await wrong.ReadAsync();
        }

        if (!wrong.IsErased)
        {
            // Locked again while it was being tried: that was no wrong one.
            return opened || !wasTried || wrong.Count == 0 ? null : "unlock.wrong";
        }

        await LoseAsync();
        return null;
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

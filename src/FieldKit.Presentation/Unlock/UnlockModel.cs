using FieldKit.Device.Vault;

namespace FieldKit.Presentation.Unlock;

/// <summary>Asks for the PIN. Wrong tries erase nothing.</summary>
public sealed class UnlockModel(IDeviceKeys keys) : Observable
{
    public bool IsOpen => keys.IsOpen;

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
            Complaint = await keys.UnlockAsync(pin) ? null : "unlock.wrong";
        }
        finally
        {
            IsBusy = false;
            Changed();
        }

        return Complaint is null;
    }

    public void Lock()
    {
        keys.Lock();
        Changed();
    }
}

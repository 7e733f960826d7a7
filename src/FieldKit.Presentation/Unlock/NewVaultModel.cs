using FieldKit.Device.Vault;
using FieldKit.Presentation.Enrolment;

namespace FieldKit.Presentation.Unlock;

/// <summary>Chooses a PIN or passphrase on a device that is not linked: what is about a person can then be kept, under the same keys that a later code uses.</summary>
public sealed class NewVaultModel(IDeviceKeys keys) : Observable
{
    public bool IsBusy { get; private set; }

    /// <summary>Text key, or null.</summary>
    public string? Complaint { get; private set; }

    /// <returns>True: there is a vault now, and it is open.</returns>
    public async Task<bool> SubmitAsync(string pin, string repeated, SecretKind kind = SecretKind.Pin)
    {
        Complaint = PinRule.Complaint(pin, repeated, kind);
        if (IsBusy || Complaint is not null)
        {
            Changed();
            return false;
        }

        IsBusy = true;
        Changed();
        try
        {
            await keys.CreateAsync(PinRule.Cleaned(pin));
        }
        catch (Exception)
        {
            // A private window refuses what keys need, or another tab was first; nothing was kept either way.
            Complaint = "own.vault.failed";
        }
        finally
        {
            IsBusy = false;
            Changed();
        }

        return Complaint is null;
    }
}

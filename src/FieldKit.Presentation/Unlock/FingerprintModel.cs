using FieldKit.Device.Vault;
using FieldKit.Presentation.Enrolment;

namespace FieldKit.Presentation.Unlock;

/// <summary>Fingerprint or face beside the PIN: offered where the device can, turned on with the PIN, turned off with one tap.</summary>
public sealed class FingerprintModel(IFingerprint fingerprint, UnlockModel vault, WrongPins wrong) : Observable
{
    /// <summary>Null until looked up.</summary>
    public FingerprintState? State { get; private set; }

    public bool IsOn => State == FingerprintState.On;

    public bool IsBusy { get; private set; }

    /// <summary>Text key of what is wrong with the PIN, or null.</summary>
    public string? Complaint { get; private set; }

    /// <summary>Text key of why it was not done, or null.</summary>
    public string? Problem { get; private set; }

    public async Task ReadAsync()
    {
        (Complaint, Problem) = (null, null);
        State = await fingerprint.StateAsync();
        Changed();
    }

    /// <param name="name">What the device's own list calls this.</param>
    /// <returns>True: it is on.</returns>
    public async Task<bool> TurnOnAsync(string pin, string name)
    {
        var given = PinRule.Cleaned(pin);
        if (given.Length == 0)
        {
            (Complaint, Problem) = ("unlock.empty", null);
            Changed();
            return false;
        }

        var answer = await AskAsync(async () => await fingerprint.TurnOnAsync(given, name, await wrong.LimitAsync()));
        Complaint = answer == FingerprintAnswer.WrongPin ? "unlock.wrong" : null;
        await wrong.ReadAsync();
        if (wrong.IsErased)
        {
            await vault.LoseAsync();
        }

        State = await fingerprint.StateAsync();
        Changed();
        return answer == FingerprintAnswer.Done;
    }

    public async Task TurnOffAsync()
    {
        await fingerprint.TurnOffAsync();
        await ReadAsync();
    }

    /// <returns>True: the vault is open.</returns>
    public async Task<bool> UnlockAsync()
    {
        var opened = await vault.OpenAsync(async () => await AskAsync(fingerprint.UnlockAsync) == FingerprintAnswer.Done);
        if (opened)
        {
            await wrong.ReadAsync();
        }
        else
        {
            // A key that another device or another vault made opens nothing: the PIN does.
            Problem ??= "fingerprint.impossible";
        }

        Changed();
        return opened;
    }

    private async Task<FingerprintAnswer> AskAsync(Func<ValueTask<FingerprintAnswer>> ask)
    {
        if (IsBusy)
        {
            return FingerprintAnswer.Left;
        }

        (IsBusy, Complaint, Problem) = (true, null, null);
        Changed();
        var answer = FingerprintAnswer.Impossible;
        try
        {
            answer = await ask();
        }
        catch (Exception)
        {
            // Whatever the device says: the PIN opens as before.
        }
        finally
        {
            IsBusy = false;
        }

        Problem = answer switch
        {
            FingerprintAnswer.Left => "fingerprint.left",
            FingerprintAnswer.Impossible => "fingerprint.impossible",
            _ => null,
        };
        Changed();
        return answer;
    }
}

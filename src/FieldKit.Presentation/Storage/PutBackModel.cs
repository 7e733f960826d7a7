using FieldKit.Device.Store;
using FieldKit.Device.Unsent;
using FieldKit.Device.Vault;
using FieldKit.Presentation.Unlock;

namespace FieldKit.Presentation.Storage;

/// <summary>Takes in a file that was made on this device or another.</summary>
public sealed class PutBackModel(UnsentImport import, Courier courier, IFiles files) : Observable, IOpenText
{
    /// <summary>Picked, and waiting for its passphrase.</summary>
    public PickedFile? File { get; private set; }

    public bool IsBusy { get; private set; }

    /// <summary>Text key of what is wrong, or null; nothing was changed then.</summary>
    public string? Complaint { get; private set; }

    /// <summary>What the last file brought, or null.</summary>
    public UnsentOutcome? Outcome { get; private set; }

    /// <summary>Messages of another device that the reporting point did not accept.</summary>
    public int Refused { get; private set; }

    /// <summary>The reporting point takes nothing in the other device's name.</summary>
    public bool IsTurnedAway => courier.Refusal is not null;

    public async Task ReadAsync()
    {
        Refused = await courier.RefusedCountAsync();
        Changed();
    }

    public async Task PickAsync()
    {
        if (await files.PickAsync(UnsentImport.MostBytes) is { } picked)
        {
            var problem = picked.Bytes is null ? FileProblem.Other : UnsentImport.ProblemOf(picked.Bytes);
            (File, Outcome) = (problem is null ? picked : null, null);
            Complaint = problem is null ? null : $"unsent.problem.{problem}";
            Changed();
        }
    }

    public void Leave()
    {
        (File, Complaint) = (null, null);
        Changed();
    }

    /// <returns>True: everything in it is here now.</returns>
    public async Task<bool> SubmitAsync(string passphrase)
    {
        if (IsBusy || File?.Bytes is not { } bytes)
        {
            return false;
        }

        (IsBusy, Complaint) = (true, null);
        Changed();
        try
        {
            Outcome = await import.RunAsync(bytes, passphrase);
            File = null;
        }
        catch (UnsentFileException failure)
        {
            Complaint = $"unsent.problem.{failure.Problem}";
            // Another try helps against a mistyped passphrase alone.
            File = failure.Problem == FileProblem.Passphrase ? File : null;
        }
        catch (StoreFullException)
        {
            Complaint = "unsent.back.full";
        }
        catch (VaultLockedException)
        {
            Complaint = "unsent.back.locked";
        }
        catch (Exception)
        {
            Complaint = "unsent.back.failed";
        }
        finally
        {
            IsBusy = false;
            Changed();
        }

        return Complaint is null;
    }

    public Task PutAwayAsync()
    {
        Forget();
        return Task.CompletedTask;
    }

    public Task<bool> SettleAsync() => Task.FromResult(true);

    public void Forget()
    {
        (File, Outcome, Complaint) = (null, null, null);
        Changed();
    }
}

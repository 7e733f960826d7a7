using System.Globalization;
using FieldKit.Device.Unsent;
using FieldKit.Device.Vault;

namespace FieldKit.Presentation.Storage;

/// <summary>Puts everything unsent in a file under a passphrase. Nothing here changes by it.</summary>
public sealed class TakeAlongModel(UnsentExport export, IFiles files, TimeProvider time) : Observable
{
    /// <summary>What there is to take; null until counted.</summary>
    public UnsentCount? Count { get; private set; }

    public bool IsBusy { get; private set; }

    /// <summary>Text key, or null.</summary>
    public string? Complaint { get; private set; }

    /// <summary>The name of the file that was handed over last, or null.</summary>
    public string? File { get; private set; }

    public async Task CountAsync()
    {
        try
        {
            Count = await export.CountAsync();
        }
        catch (VaultLockedException)
        {
            Count = null;
        }

        Changed();
    }

    /// <returns>True: the file was handed over.</returns>
    public async Task<bool> SubmitAsync(string passphrase, string repeated)
    {
        Complaint = FilePassphrase.Complaint(passphrase, repeated);
        if (IsBusy || Complaint is not null)
        {
            Changed();
            return false;
        }

        (IsBusy, File) = (true, null);
        Changed();
        try
        {
            var (bytes, count) = await export.WriteAsync(passphrase);
            var name = $"fieldkit-{time.GetLocalNow().ToString("yyyy-MM-dd-HHmm", CultureInfo.InvariantCulture)}.fieldkit";
            await files.SaveAsync(name, bytes);
            (File, Count) = (name, count);
        }
        catch (Exception)
        {
            // No memory for it, the vault shut meanwhile, the browser refused: nothing here changed either way.
            Complaint = "unsent.take.failed";
        }
        finally
        {
            IsBusy = false;
            Changed();
        }

        return Complaint is null;
    }
}

namespace FieldKit.Presentation.Settings;

/// <summary>Whether what is written stays on this device, and what a person can do about it.</summary>
public sealed class InstallationModel(IInstallation installation) : Observable
{
    /// <summary>Null until read.</summary>
    public StoragePromise? Promise { get; private set; }

    public bool IsInstalled { get; private set; }

    public string? Release { get; private set; }

    /// <summary>The platform was asked and promised nothing.</summary>
    public bool IsRefused { get; private set; }

    public async Task ReadAsync()
    {
        IsInstalled = await installation.IsInstalledAsync();
        Release = await installation.ReleaseAsync();
        Promise = await installation.PromiseAsync();
        Changed();
    }

    public async Task AskAsync()
    {
        Promise = await installation.AskAsync();
        IsRefused = Promise != StoragePromise.Kept;
        Changed();
    }
}

namespace FieldKit.Presentation.Settings;

/// <summary>Whether what is written stays on this device, whether the app is on the home screen, and what a person can do about both.</summary>
public sealed class InstallationModel : Observable, IDisposable
{
    private readonly IInstallation installation;

    public InstallationModel(IInstallation installation)
    {
        this.installation = installation;
        installation.Changed += ReadWayAgain;
    }

    /// <summary>Null until read.</summary>
    public StoragePromise? Promise { get; private set; }

    /// <summary>Null until read.</summary>
    public InstallWay? Way { get; private set; }

    public bool IsInstalled => Way == InstallWay.Installed;

    public string? Release { get; private set; }

    /// <summary>The platform was asked and promised nothing.</summary>
    public bool IsRefused { get; private set; }

    public async Task ReadAsync()
    {
        Way = await installation.WayAsync();
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

    public async Task InstallAsync()
    {
        if (Way == InstallWay.Ask)
        {
            // Until the app opens by itself this tab stays a tab; there is nothing left to offer in it.
            Way = await installation.InstallAsync() ? InstallWay.Installed : await installation.WayAsync();
            Changed();
        }
    }

    public void Dispose() => installation.Changed -= ReadWayAgain;

    private void ReadWayAgain() => _ = ReadWayAsync();

    private async Task ReadWayAsync()
    {
        if (!IsInstalled)
        {
            Way = await installation.WayAsync();
            Changed();
        }
    }
}

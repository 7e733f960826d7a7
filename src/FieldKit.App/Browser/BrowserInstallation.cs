using System.Runtime.Versioning;
using FieldKit.Presentation.Settings;

namespace FieldKit.App.Browser;

/// <summary>The browser's word on keeping storage, and on being installed.</summary>
[SupportedOSPlatform("browser")]
internal sealed class BrowserInstallation : IInstallation
{
    private bool watching;

    public event Action? Changed;

    public async ValueTask<StoragePromise> PromiseAsync()
    {
        await DeviceModule.LoadAsync();
        return await DeviceModule.StorageStateAsync() switch
        {
            "kept" => StoragePromise.Kept,
            "loose" => StoragePromise.Loose,
            _ => StoragePromise.Unknown,
        };
    }

    public async ValueTask<StoragePromise> AskAsync()
    {
        await DeviceModule.LoadAsync();
        return await DeviceModule.StorageAskAsync() ? StoragePromise.Kept : await PromiseAsync();
    }

    public async ValueTask<InstallWay> WayAsync()
    {
        await DeviceModule.LoadAsync();
        if (!watching)
        {
            watching = true;
            DeviceModule.InstallWatch(() => Changed?.Invoke());
        }

        return Enum.Parse<InstallWay>(DeviceModule.InstallWay(), ignoreCase: true);
    }

    public async ValueTask<bool> InstallAsync()
    {
        await DeviceModule.LoadAsync();
        return await DeviceModule.InstallAskAsync();
    }

    public async ValueTask<string?> ReleaseAsync()
    {
        await DeviceModule.LoadAsync();
        return await DeviceModule.ReleaseAsync() is { Length: > 0 } release ? release : null;
    }
}

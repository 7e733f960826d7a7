using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using FieldKit.Presentation.Releases;

namespace FieldKit.App.Browser;

/// <summary>Releases as the service worker fetches and keeps them.</summary>
[SupportedOSPlatform("browser")]
internal sealed partial class BrowserReleases : IReleases
{
    public event Action? Ready;

    public event Action? Taken;

    public async Task WatchAsync()
    {
        await DeviceModule.LoadAsync();
        await DeviceModule.ReleaseWatchAsync(() => Ready?.Invoke(), () => Taken?.Invoke());
    }

    public async Task LookAsync()
    {
        await DeviceModule.LoadAsync();
        await DeviceModule.ReleaseLookAsync();
    }

    public async Task<bool> TakeAsync()
    {
        await DeviceModule.LoadAsync();
        return await DeviceModule.ReleaseTakeAsync();
    }

    public void Restart() => Reload();

    [JSImport("globalThis.location.reload")]
    private static partial void Reload();
}

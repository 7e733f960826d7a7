using System.Runtime.Versioning;
using FieldKit.Presentation.Storage;

namespace FieldKit.App.Browser;

/// <summary>Downloads, and the browser's own window for picking a file.</summary>
[SupportedOSPlatform("browser")]
internal sealed class BrowserFiles : IFiles
{
    public async Task SaveAsync(string name, byte[] bytes)
    {
        await DeviceModule.LoadAsync();
        DeviceModule.FileSave(name, bytes);
    }

    public async Task<PickedFile?> PickAsync(int mostBytes)
    {
        await DeviceModule.LoadAsync();
        using var picked = await DeviceModule.FilePickAsync(mostBytes);
        return picked is null ? null : new(picked.GetPropertyAsString("name")!, picked.GetPropertyAsByteArray("bytes"));
    }
}

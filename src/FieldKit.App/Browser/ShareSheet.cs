using System.Runtime.Versioning;

namespace FieldKit.App.Browser;

/// <summary>The device's own way to hand a text to another app.</summary>
[SupportedOSPlatform("browser")]
internal static class ShareSheet
{
    /// <returns>"shared", "left", "copied" (no share sheet here) or "failed".</returns>
    public static async Task<string> ShareAsync(string title, string text)
    {
        await DeviceModule.LoadAsync();
        return await DeviceModule.ShareAsync(title, text);
    }
}

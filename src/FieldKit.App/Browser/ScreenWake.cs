using System.Runtime.Versioning;

namespace FieldKit.App.Browser;

/// <summary>Keeps the screen on (Screen Wake Lock), until let go.</summary>
[SupportedOSPlatform("browser")]
internal static class ScreenWake
{
    /// <returns>False when the browser cannot or will not.</returns>
    public static async Task<bool> KeepAsync()
    {
        await DeviceModule.LoadAsync();
        return await DeviceModule.WakeKeepAsync();
    }

    public static async Task LetAsync()
    {
        await DeviceModule.LoadAsync();
        DeviceModule.WakeLet();
    }
}

using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace FieldKit.App.Browser;

/// <summary>Puts a text on the clipboard.</summary>
[SupportedOSPlatform("browser")]
internal static partial class Clipboard
{
    /// <returns>False when the browser cannot or will not.</returns>
    public static async Task<bool> CopyAsync(string text)
    {
        try
        {
            await WriteAsync(text);
            return true;
        }
        catch (JSException)
        {
            return false;
        }
    }

    [JSImport("globalThis.navigator.clipboard.writeText")]
    private static partial Task WriteAsync(string text);
}

using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using FieldKit.Presentation.Unlock;

namespace FieldKit.App.Browser;

/// <summary>Touches and keys, as the window hears them.</summary>
[SupportedOSPlatform("browser")]
internal sealed partial class BrowserActivity : IActivity
{
    public BrowserActivity()
    {
        ListenToWindow("pointerdown", () => Touched?.Invoke());
        ListenToWindow("keydown", () => Touched?.Invoke());
    }

    public event Action? Touched;

    [JSImport("globalThis.addEventListener")]
    private static partial void ListenToWindow(string type, [JSMarshalAs<JSType.Function>] Action handler);
}

using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using FieldKit.Presentation.Sync;

namespace FieldKit.App.Browser;

/// <summary>The browser's word on connection and visibility.</summary>
[SupportedOSPlatform("browser")]
internal sealed partial class BrowserConnection : IConnection
{
    public BrowserConnection()
    {
        ListenToWindow("online", () => Changed?.Invoke());
        ListenToWindow("offline", () => Changed?.Invoke());
        ListenToWindow("pagehide", () => Leaving?.Invoke());
        ListenToDocument("visibilitychange", () => (IsVisible ? Resumed : Leaving)?.Invoke());
    }

    public event Action? Changed;

    public event Action? Resumed;

    public event Action? Leaving;

    public bool IsOnline
    {
        get
        {
            using var navigator = JSHost.GlobalThis.GetPropertyAsJSObject("navigator")!;
            return navigator.GetPropertyAsBoolean("onLine");
        }
    }

    private static bool IsVisible
    {
        get
        {
            using var document = JSHost.GlobalThis.GetPropertyAsJSObject("document")!;
            return document.GetPropertyAsString("visibilityState") == "visible";
        }
    }

    [JSImport("globalThis.addEventListener")]
    private static partial void ListenToWindow(string type, [JSMarshalAs<JSType.Function>] Action handler);

    [JSImport("globalThis.document.addEventListener")]
    private static partial void ListenToDocument(string type, [JSMarshalAs<JSType.Function>] Action handler);
}

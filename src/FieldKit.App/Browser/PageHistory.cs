using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace FieldKit.App.Browser;

/// <summary>This tab's history.</summary>
[SupportedOSPlatform("browser")]
internal static partial class PageHistory
{
    // The framework numbers the entries. Without its number every page would stand first, and the app's Back would be a plain link.
    private const string Number = "_index";

    public static int Place
    {
        get
        {
            using var history = JSHost.GlobalThis.GetPropertyAsJSObject("history");
            using var state = history?.GetPropertyAsJSObject("state");
            return state?.HasProperty(Number) == true ? state.GetPropertyAsInt32(Number) : 0;
        }
    }

    [JSImport("globalThis.history.back")]
    public static partial void Back();
}

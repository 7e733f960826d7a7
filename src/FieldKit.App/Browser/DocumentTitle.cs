using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace FieldKit.App.Browser;

/// <summary>The title in the browser's tab. Set directly: the framework's own outlet is a second root to draw at every start.</summary>
[SupportedOSPlatform("browser")]
internal static class DocumentTitle
{
    public static void Set(string title)
    {
        using var document = JSHost.GlobalThis.GetPropertyAsJSObject("document");
        document?.SetProperty("title", title);
    }
}

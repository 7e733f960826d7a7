using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace FieldKit.App.Browser;

/// <summary>The browser's own way to paper; what is printed, the style sheet says.</summary>
[SupportedOSPlatform("browser")]
internal static partial class PagePrint
{
    [JSImport("globalThis.print")]
    public static partial void Start();
}

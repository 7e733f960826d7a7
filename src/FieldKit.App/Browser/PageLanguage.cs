using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace FieldKit.App.Browser;

/// <summary>The page's own language, so that a screen reader pronounces it rightly.</summary>
[SupportedOSPlatform("browser")]
internal static partial class PageLanguage
{
    public static void Set(string language) => SetAttribute("lang", language);

    [JSImport("globalThis.document.documentElement.setAttribute")]
    private static partial void SetAttribute(string name, string value);
}

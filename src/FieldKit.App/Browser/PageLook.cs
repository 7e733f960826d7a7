using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using FieldKit.Presentation.Settings;

namespace FieldKit.App.Browser;

/// <summary>What the style sheet asks of the page's root: theme, text size, city. wwwroot/boot.js sets the same before the first drawing.</summary>
[SupportedOSPlatform("browser")]
internal static partial class PageLook
{
    public static void Wear(Appearance appearance, OwnPlace place)
    {
        Mark("data-theme", appearance.ThemeMark);
        Mark("data-text", appearance.TextMark);
        Mark("data-municipality", place.City);
    }

    private static void Mark(string name, string? value)
    {
        if (value is null)
        {
            RemoveAttribute(name);
        }
        else
        {
            SetAttribute(name, value);
        }
    }

    [JSImport("globalThis.document.documentElement.setAttribute")]
    private static partial void SetAttribute(string name, string value);

    [JSImport("globalThis.document.documentElement.removeAttribute")]
    private static partial void RemoveAttribute(string name);
}

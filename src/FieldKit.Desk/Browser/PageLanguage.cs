using System.Runtime.InteropServices.JavaScript;

namespace FieldKit.Desk.Browser;

/// <summary>The page's own language, for screen readers, and the remembered choice of it.</summary>
internal static partial class PageLanguage
{
    // The field app on the same origin remembers its language under the same name.
    private const string Key = "fieldkit.language";

    public static string? Remembered()
    {
        try
        {
            return GetItem(Key);
        }
        catch (JSException)
        {
            return null;
        }
    }

    public static void Set(string language)
    {
        SetAttribute("lang", language);
        try
        {
            SetItem(Key, language);
        }
        catch (JSException)
        {
            // A browser that refuses storage costs the memory of a choice, nothing else.
        }
    }

    [JSImport("globalThis.document.documentElement.setAttribute")]
    private static partial void SetAttribute(string name, string value);

    [JSImport("globalThis.localStorage.getItem")]
    private static partial string? GetItem(string name);

    [JSImport("globalThis.localStorage.setItem")]
    private static partial void SetItem(string name, string value);
}

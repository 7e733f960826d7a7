using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using FieldKit.Presentation;

namespace FieldKit.App.Browser;

/// <summary>Preferences in localStorage. A browser that refuses storage costs the memory of a choice, never the app.</summary>
[SupportedOSPlatform("browser")]
internal sealed partial class LocalPreferences : IPreferences
{
    private const string Prefix = "fieldkit.";

    public string? Read(string name)
    {
        try
        {
            return GetItem(Prefix + name);
        }
        catch (JSException)
        {
            return null;
        }
    }

    public void Write(string name, string value)
    {
        try
        {
            SetItem(Prefix + name, value);
        }
        catch (JSException)
        {
            return;
        }
    }

    [JSImport("globalThis.localStorage.getItem")]
    private static partial string? GetItem(string name);

    [JSImport("globalThis.localStorage.setItem")]
    private static partial void SetItem(string name, string value);
}

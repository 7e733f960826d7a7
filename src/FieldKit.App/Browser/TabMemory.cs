using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using FieldKit.Presentation;

namespace FieldKit.App.Browser;

/// <summary>sessionStorage. A browser that refuses storage costs the path after a reload, never the walk itself.</summary>
[SupportedOSPlatform("browser")]
internal sealed partial class TabMemory : ITabMemory
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

    public void Write(string name, string? value)
    {
        try
        {
            if (value is null)
            {
                RemoveItem(Prefix + name);
            }
            else
            {
                SetItem(Prefix + name, value);
            }
        }
        catch (JSException)
        {
            return;
        }
    }

    [JSImport("globalThis.sessionStorage.getItem")]
    private static partial string? GetItem(string name);

    [JSImport("globalThis.sessionStorage.setItem")]
    private static partial void SetItem(string name, string value);

    [JSImport("globalThis.sessionStorage.removeItem")]
    private static partial void RemoveItem(string name);
}

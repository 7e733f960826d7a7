using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using FieldKit.Presentation;

namespace FieldKit.App.Browser;

/// <summary>Preferences in localStorage.</summary>
[SupportedOSPlatform("browser")]
internal sealed partial class LocalPreferences : TextStorage, IPreferences
{
    protected override string? Get(string name) => GetItem(name);

    protected override void Set(string name, string value) => SetItem(name, value);

    protected override void Remove(string name) => RemoveItem(name);

    [JSImport("globalThis.localStorage.getItem")]
    private static partial string? GetItem(string name);

    [JSImport("globalThis.localStorage.setItem")]
    private static partial void SetItem(string name, string value);

    [JSImport("globalThis.localStorage.removeItem")]
    private static partial void RemoveItem(string name);
}

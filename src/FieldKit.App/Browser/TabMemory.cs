using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using FieldKit.Presentation;

namespace FieldKit.App.Browser;

/// <summary>What a tab remembers, in sessionStorage.</summary>
[SupportedOSPlatform("browser")]
internal sealed partial class TabMemory : TextStorage, ITabMemory
{
    protected override string? Get(string name) => GetItem(name);

    protected override void Set(string name, string value) => SetItem(name, value);

    protected override void Remove(string name) => RemoveItem(name);

    [JSImport("globalThis.sessionStorage.getItem")]
    private static partial string? GetItem(string name);

    [JSImport("globalThis.sessionStorage.setItem")]
    private static partial void SetItem(string name, string value);

    [JSImport("globalThis.sessionStorage.removeItem")]
    private static partial void RemoveItem(string name);
}

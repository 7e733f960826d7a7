using System.Runtime.InteropServices.JavaScript;

namespace FieldKit.Desk.Browser;

/// <summary>What stands in the browser's address bar.</summary>
internal static partial class PageAddress
{
    /// <summary>Shows another address of this desk without going there: a reload opens that one.</summary>
    public static void Show(string address) => ReplaceState(null, "", address);

    [JSImport("globalThis.history.replaceState")]
    private static partial void ReplaceState(string? state, string unused, string address);
}

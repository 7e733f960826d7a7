using System.Runtime.InteropServices.JavaScript;

namespace FieldKit.Desk.Browser;

/// <summary>The browser's own way to paper.</summary>
internal static partial class PagePrint
{
    [JSImport("globalThis.print")]
    public static partial void Show();
}

using System.Runtime.InteropServices.JavaScript;
using FieldKit.Desk.Administration;

namespace FieldKit.Desk.Browser;

/// <summary>QR codes by js/qr.js, which is fetched with the first one.</summary>
internal sealed partial class BrowserQrCodes : IQrCodes
{
    private const string Name = "qr";
    private Task? loading;

    public async ValueTask<QrCode> DrawAsync(string text)
    {
        await (loading ??= JSHost.ImportAsync(Name, "../js/qr.js"));
        using var drawn = Draw(text);
        return new(drawn.GetPropertyAsInt32("size"), drawn.GetPropertyAsString("path")!);
    }

    [JSImport("qrDraw", Name)]
    private static partial JSObject Draw(string text);
}

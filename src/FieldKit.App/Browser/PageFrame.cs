using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace FieldKit.App.Browser;

/// <summary>The moments at which the browser shows what was drawn.</summary>
[SupportedOSPlatform("browser")]
internal static partial class PageFrame
{
    // A tab that nobody looks at shows no frames.
    private static readonly TimeSpan AtMost = TimeSpan.FromMilliseconds(200);

    /// <summary>Until what is drawn now is on the screen; not long where nothing is shown.</summary>
    public static Task ShownAsync()
    {
        var shown = new TaskCompletionSource();
        RequestAnimationFrame(_ => RequestAnimationFrame(_ => shown.TrySetResult()));
        return Task.WhenAny(shown.Task, Task.Delay(AtMost));
    }

    [JSImport("globalThis.requestAnimationFrame")]
    private static partial void RequestAnimationFrame([JSMarshalAs<JSType.Function<JSType.Number>>] Action<double> draw);
}

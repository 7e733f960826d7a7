using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace FieldKit.App.Browser;

/// <summary>The moments at which the browser shows what was drawn.</summary>
[SupportedOSPlatform("browser")]
internal static partial class PageFrame
{
    // A tab that nobody looks at shows no frames.
    private static readonly TimeSpan AtMost = TimeSpan.FromMilliseconds(200);

    private static Task? coming;

    /// <summary>Until what is drawn now is on the screen; not long where nothing is shown.</summary>
    public static Task ShownAsync() => coming ??= FrameAsync();

    // All that is drawn before the same frame waits for it together.
    private static Task FrameAsync()
    {
        var shown = new TaskCompletionSource();
        RequestAnimationFrame(_ =>
        {
            coming = null;
            RequestAnimationFrame(_ => shown.TrySetResult());
        });
        return Task.WhenAny(shown.Task, Task.Delay(AtMost));
    }

    [JSImport("globalThis.requestAnimationFrame")]
    private static partial void RequestAnimationFrame([JSMarshalAs<JSType.Function<JSType.Number>>] Action<double> draw);
}

using Microsoft.Playwright;

namespace FieldKit.Benchmarks.FirstVisit;

/// <summary>One person's first, second and disconnected start, in milliseconds.</summary>
internal sealed record Visits(double Cold, double Warm, double Offline)
{
    /// <param name="slowdown">How many times slower than this machine the browser's processor is made.</param>
    public static async Task<Visits> MakeAsync(IPlaywright playwright, Uri site, int slowdown)
    {
        await using var visitor = new Visitor(playwright, slowdown);
        await visitor.OpenBrowserAsync();
        var cold = await visitor.GoAsync(site);
        await visitor.KeptAsync();
        var warm = await visitor.ReloadAsync();
        await visitor.CloseBrowserAsync();

        // A new browser process on the same profile: a phone taken from a pocket, without a connection.
        await visitor.OpenBrowserAsync(offline: true);
        return new Visits(cold, warm, await visitor.GoAsync(site));
    }

    /// <summary>Bytes down until the first screen, and until the whole release is kept; and what was asked for more than once meanwhile.</summary>
    public static async Task<(long UntilUsable, long UntilKept, IReadOnlyList<string> AskedTwice)> CountBytesAsync(IPlaywright playwright, Uri site)
    {
        using var counter = new WireCounter(site);
        await using var visitor = new Visitor(playwright, slowdown: 1);
        await visitor.OpenBrowserAsync();
        await visitor.GoAsync(counter.Address);
        var untilUsable = counter.Down;
        await visitor.KeptAsync();
        return (untilUsable, counter.Down, counter.AskedTwice);
    }
}

using FieldKit.Benchmarks.FirstVisit;
using Microsoft.Playwright;

namespace FieldKit.Benchmarks.Using;

/// <summary>
/// How soon the static page shows the emergency numbers, without a connection, four times slower: opened in a browser that runs,
/// and from a closed one, where the browser's own start is in it.
/// </summary>
internal static class ShellBenchmark
{
    private const int Slowdown = 4;
    private const int Samples = 9;
    private const double Bar = 300;

    // Painted means painted with everything: the last card and the navigation stand below the numbers in the page.
    private const string PaintedAt =
        """
        () => {
          const painted = performance.getEntriesByName('first-contentful-paint')[0].startTime;
          return Math.max(painted, window.shellAt);
        }
        """;

    // The page's own parser adds them; the app replaces them later.
    private const string NoteShell =
        """
        new MutationObserver((_, observer) => {
          if (document.querySelector('a[href="tel:112"]') && document.querySelector('#gevaar a[href^="tel:"]') && document.querySelector('.fk-nav a:last-child')) {
            window.shellAt = performance.now();
            observer.disconnect();
          }
        }).observe(document, { childList: true, subtree: true });
        """;

    public static async Task<bool> RunAsync()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var site = await RunningSite.StartAsync();
        var fromClosed = new List<double>();
        var opened = new List<double>();
        for (var sample = 0; sample < Samples; sample++)
        {
            await using var visitor = new Visitor(playwright, Slowdown);
            await visitor.OpenBrowserAsync();
            await visitor.GoAsync(site.Address);
            await visitor.KeptAsync();
            await visitor.CloseBrowserAsync();
            await visitor.OpenBrowserAsync(offline: true);
            await visitor.Page.AddInitScriptAsync(NoteShell);
            await visitor.GoAsync(site.Address);
            fromClosed.Add(await visitor.Page.EvaluateAsync<double>(PaintedAt));
            await visitor.Page.GotoAsync("about:blank");
            await visitor.GoAsync(site.Address);
            opened.Add(await visitor.Page.EvaluateAsync<double>(PaintedAt));
        }

        var timings = new Timings($"The static page at CPU ×{Slowdown}, offline: until the emergency numbers stand there");
        var withinBar = timings.Show("ms, opened in a running browser", opened, Bar);
        return timings.Show("ms, from a closed browser", fromClosed, Bar) && withinBar;
    }
}

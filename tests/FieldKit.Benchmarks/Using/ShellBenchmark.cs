using FieldKit.Benchmarks.FirstVisit;
using Microsoft.Playwright;

namespace FieldKit.Benchmarks.Using;

/// <summary>How soon the static page shows the emergency numbers: a new browser, no connection, four times slower.</summary>
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
        var times = new List<double>();
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
            times.Add(await visitor.Page.EvaluateAsync<double>(PaintedAt));
        }

        return new Timings($"The static page at CPU ×{Slowdown}, offline, from a closed browser").Show("ms until the emergency numbers", times, Bar);
    }
}

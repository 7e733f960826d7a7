using FieldKit.EndToEnd.Tests;
using Microsoft.Playwright;

namespace FieldKit.Benchmarks.Using;

/// <summary>From the tap on unlock to the list of signals, on a phone four times slower than this machine.</summary>
internal static class UnlockBenchmark
{
    private const int Slowdown = 4;
    private const int Rounds = 15;
    private const double Bar = 1_500;

    /// <summary>
    /// Runs in the page before its own code: when unlock was tapped, when the list stood there, and how long the device's worker was asked
    /// to unlock. Chromium slows only the page down, not the worker.
    /// </summary>
    private const string NoteUnlock =
        """
        (() => {
          const noted = window.fieldkitUnlock = { tapped: 0, shown: 0, worker: 0 };
          const post = Worker.prototype.postMessage;
          Worker.prototype.postMessage = function (message, ...rest) {
            if (/^keysUnlock/.test(message?.name ?? '')) {
              const asked = performance.now();
              this.addEventListener('message', ({ data }) => { if (data.call === message.call) noted.worker += performance.now() - asked; });
            }
            return post.call(this, message, ...rest);
          };
          addEventListener('click', (event) => {
            if (event.target.closest('[data-testid=unlock-submit]')) noted.tapped = event.timeStamp;
          }, true);
          new MutationObserver(() => {
            if (noted.tapped && !noted.shown && document.querySelector('[data-testid=new-signal]')) noted.shown = performance.now();
          }).observe(document, { childList: true, subtree: true });
        })();
        """;

    public static async Task<bool> RunAsync()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var site = await RunningSite.StartAsync();
        await using var phone = new BrowserProfile(playwright);
        var page = await phone.OpenAsync();
        await page.Context.AddInitScriptAsync(NoteUnlock);
        var worker = new FieldWorker(page, site.Address);
        await worker.OpenAsync();
        await worker.EnrolAsync(site.EnrolmentCode);
        await worker.Test("enrolled").WaitForAsync();
        await using var devTools = await DevTools.OfAsync(page);
        var atItsOwnSpeed = await RoundsAsync(worker, devTools, slowdown: 1);
        var noted = await RoundsAsync(worker, devTools, Slowdown);

        // What the worker takes is noted in the page; a slow page notes it late. So its own time comes from a page that is not slowed down.
        var own = Medians.Of([.. atItsOwnSpeed.Select(one => one.Worker)]);
        var timings = new Timings($"Unlock with a PIN at CPU ×{Slowdown}: from the tap to the list of signals");
        timings.Show("ms, nothing slowed down", [.. atItsOwnSpeed.Select(one => one.Shown - one.Tapped)]);
        timings.Show("ms, of which the worker", [.. atItsOwnSpeed.Select(one => one.Worker)]);
        timings.Show($"ms, the page ×{Slowdown}", [.. noted.Select(one => one.Shown - one.Tapped)], Bar);
        return timings.Show($"ms, the worker ×{Slowdown} too", [.. noted.Select(one => one.Shown - one.Tapped + ((Slowdown - 1) * own))], Bar);
    }

    private static async Task<IReadOnlyList<Noted>> RoundsAsync(FieldWorker worker, DevTools devTools, int slowdown)
    {
        var noted = new List<Noted>();
        for (var round = 0; round < Rounds; round++)
        {
            await worker.OpenAsync("signalen");
            await worker.Test("unlock-submit").WaitForAsync();
            await devTools.SlowDownAsync(slowdown);
            // A PIN is not typed before the page has come to rest.
            await worker.Page.EvaluateAsync("() => new Promise((rest) => requestIdleCallback(() => requestIdleCallback(rest)))");
            await worker.UnlockAsync();
            await worker.Test("new-signal").WaitForAsync();
            noted.Add(await worker.Page.EvaluateAsync<Noted>("() => window.fieldkitUnlock"));
            await devTools.SlowDownAsync(1);
        }

        return noted;
    }

    /// <summary>Milliseconds on the page's clock.</summary>
    private sealed class Noted
    {
        public double Tapped { get; set; }

        public double Shown { get; set; }

        public double Worker { get; set; }
    }
}

using Microsoft.Playwright;

namespace FieldKit.Benchmarks.Using;

/// <param name="Bytes">Of JavaScript's heap and of WebAssembly's memory.</param>
/// <param name="Nodes">Kept by the document, drawn or not.</param>
internal sealed record MemoryUse(double Bytes, double Nodes);

/// <param name="Milliseconds">From the tap on the link.</param>
internal sealed record PageChange(string Link, double Milliseconds);

/// <summary>One walk through the app by its own links.</summary>
internal sealed class Walk(IPage page)
{
    private static readonly string[] Places = ["/", "/route", "/gesprek", "/bellen", "/signalen"];

    // The page's heading is there, it has the focus, and the frame that shows it was made.
    private const string NoteChanges =
        """
        () => {
          const watch = window.fieldkitWalk = { begin: 0, end: 0 };
          addEventListener('click', (event) => {
            if (event.target.closest('a[href]')) { [watch.begin, watch.end] = [event.timeStamp, 0]; }
          }, true);
          addEventListener('focusin', (event) => {
            if (event.target.matches('h1') && !watch.end) { requestAnimationFrame(() => setTimeout(() => { watch.end = performance.now(); })); }
          });
        }
        """;

    // Nobody taps before the page that they look at has come to rest: what is below on it comes a moment after its heading.
    private const string ClickAndWait =
        """
        (href) => new Promise((resolve) => {
          const patience = Date.now() + 10_000;
          const wait = (done, then) => done() || Date.now() > patience ? then() : setTimeout(wait, 20, done, then);
          const find = () => [...document.querySelectorAll('a[href]')].find(link => link.getAttribute('href') === href);
          wait(find, () => requestIdleCallback(() => requestIdleCallback(() => {
            find().click();
            wait(() => window.fieldkitWalk.end, () => resolve(window.fieldkitWalk.end - window.fieldkitWalk.begin));
          })));
        })
        """;

    private const string LinksOfPage =
        "() => [...new Set([...document.querySelectorAll('#inhoud a[href^=\"/\"]:not([href*=\"#\"]):not([href*=\"?\"])')].map(link => link.getAttribute('href')))]";

    private const string WebAssemblyBytes = "() => globalThis.getDotnetRuntime(0).localHeapViewU8().byteLength";

    public Task WatchAsync() => page.EvaluateAsync(NoteChanges);

    public async Task<IReadOnlyList<PageChange>> EveryPageAsync(int linksPerPlace)
    {
        var changes = new List<PageChange>();
        foreach (var place in Places)
        {
            changes.Add(await GoAsync(place));
            foreach (var link in (await page.EvaluateAsync<string[]>(LinksOfPage)).Where(link => !Places.Contains(link)).Take(linksPerPlace))
            {
                changes.Add(await GoAsync(link));
                changes.Add(await GoAsync(place));
            }
        }

        return changes;
    }

    public async Task<MemoryUse> MemoryAsync()
    {
        await using var devTools = await DevTools.OfAsync(page);
        await devTools.Session.SendAsync("HeapProfiler.collectGarbage");
        var heap = (await devTools.Session.SendAsync("Runtime.getHeapUsage"))!.Value;
        var document = (await devTools.Session.SendAsync("Memory.getDOMCounters"))!.Value;
        return new(
            heap.GetProperty("usedSize").GetDouble() + heap.GetProperty("embedderHeapUsedSize").GetDouble() + await page.EvaluateAsync<double>(WebAssemblyBytes),
            document.GetProperty("nodes").GetDouble());
    }

    private async Task<PageChange> GoAsync(string href)
    {
        var time = await page.EvaluateAsync<double>(ClickAndWait, href);
        return time > 0 ? new(href, time) : throw new TimeoutException($"No page came after the tap on {href}.");
    }
}

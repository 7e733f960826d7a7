using Microsoft.Playwright;

namespace FieldKit.Benchmarks.FirstVisit;

/// <summary>One person's browser, with a profile that outlives the browser process.</summary>
internal sealed class Visitor(IPlaywright playwright, int slowdown) : IAsyncDisposable
{
    private const string Usable = "[data-ready=home]";

    // Notes the moment itself: asking from outside would add the question's own travel.
    private const string NoteUsable =
        $$"""
        new MutationObserver((_, observer) => {
          if (document.querySelector('{{Usable}}')) { window.usableAt = performance.now(); observer.disconnect(); }
        }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-ready'] });
        """;

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--no-first-run",
    ];

    private readonly string profile = Directory.CreateTempSubdirectory("fieldkit-visitor-").FullName;
    private IBrowserContext? context;
    private IPage? page;

    public IPage Page => page ?? throw new InvalidOperationException("The browser is not open.");

    public async Task OpenBrowserAsync(bool offline = false)
    {
        context = await playwright.Chromium.LaunchPersistentContextAsync(profile, new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("FIELDKIT_CHROMIUM") ?? "/usr/bin/chromium",
            Args = Arguments,
            Headless = true,
            ViewportSize = new() { Width = 360, Height = 740 },
        });
        context.SetDefaultTimeout(60_000);
        await context.AddInitScriptAsync(NoteUsable);
        page = context.Pages.Count > 0 ? context.Pages[0] : await context.NewPageAsync();
        await context.SetOfflineAsync(offline);
        var devTools = await context.NewCDPSessionAsync(page);
        await devTools.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = slowdown });
    }

    /// <summary>Milliseconds from navigation to the first usable screen.</summary>
    public async Task<double> GoAsync(Uri address)
    {
        await Page.GotoAsync(address.ToString(), new() { WaitUntil = WaitUntilState.Commit });
        return await UsableAsync();
    }

    public async Task<double> ReloadAsync()
    {
        await Page.ReloadAsync(new() { WaitUntil = WaitUntilState.Commit });
        return await UsableAsync();
    }

    /// <summary>Until the whole release is kept on the device.</summary>
    public Task KeptAsync() => Page.EvaluateAsync(
        """
        navigator.serviceWorker.ready.then(({ active }) => new Promise(kept => {
          const look = () => active.state === 'activated' && kept();
          active.addEventListener('statechange', look);
          look();
        }))
        """);

    public async Task CloseBrowserAsync()
    {
        if (context is not null)
        {
            await context.CloseAsync();
            context = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseBrowserAsync();
        Directory.Delete(profile, recursive: true);
    }

    private async Task<double> UsableAsync()
    {
        // Not WaitForFunction: it evaluates strings in the page, which the site's policy forbids.
        await Page.WaitForSelectorAsync(Usable, new() { State = WaitForSelectorState.Attached });
        return await Page.EvaluateAsync<double>("window.usableAt");
    }
}

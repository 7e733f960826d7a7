using System.Globalization;
using Microsoft.Playwright;

namespace FieldKit.Benchmarks.FirstVisit;

/// <summary>One person's browser, with a profile that outlives the browser process.</summary>
internal sealed class Visitor(IPlaywright playwright, int slowdown) : IAsyncDisposable
{
    private const string Tell = "fieldkitUsable";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // The page tells the moment itself. Waiting for it with a selector would first compile Playwright's own script in the page that starts.
    private const string TellUsable =
        $$"""
        new MutationObserver((_, observer) => {
          if (document.querySelector('[data-ready=home]')) { {{Tell}}(String(performance.now())); observer.disconnect(); }
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
    private TaskCompletionSource<double> usable = new();

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
        await context.AddInitScriptAsync(TellUsable);
        page = context.Pages.Count > 0 ? context.Pages[0] : await context.NewPageAsync();
        await context.SetOfflineAsync(offline);
        var devTools = await context.NewCDPSessionAsync(page);
        await devTools.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = slowdown });
        await devTools.SendAsync("Runtime.enable");
        await devTools.SendAsync("Runtime.addBinding", new() { ["name"] = Tell });
        devTools.Event("Runtime.bindingCalled").OnEvent += (_, call) =>
        {
            if (call?.GetProperty("name").GetString() == Tell)
            {
                usable.TrySetResult(double.Parse(call.Value.GetProperty("payload").GetString()!, CultureInfo.InvariantCulture));
            }
        };
    }

    /// <summary>Milliseconds from navigation to the first usable screen.</summary>
    public Task<double> GoAsync(Uri address) =>
        UsableAfterAsync(() => Page.GotoAsync(address.ToString(), new() { WaitUntil = WaitUntilState.Commit }));

    public Task<double> ReloadAsync() => UsableAfterAsync(() => Page.ReloadAsync(new() { WaitUntil = WaitUntilState.Commit }));

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

    private async Task<double> UsableAfterAsync(Func<Task> go)
    {
        usable = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await go();
        return await usable.Task.WaitAsync(Patience);
    }
}

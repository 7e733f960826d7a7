using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;

namespace FieldKit.EndToEnd.Tests;

/// <summary>One person's browser: a profile folder that outlives the browser process, as on a phone.</summary>
/// <param name="more">Arguments for the browser beside the usual ones.</param>
internal sealed class BrowserProfile(IPlaywright playwright, params string[] more) : IAsyncDisposable
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-quic",
    ];

    private IBrowserContext? context;

    public string Folder { get; } = Directory.CreateTempSubdirectory("fieldkit-profile-").FullName;

    /// <summary>Messages of the page's console that are errors; a healthy walk leaves none.</summary>
    public List<string> ConsoleErrors { get; } = [];

    public async Task<IPage> OpenAsync(bool offline = false, int width = 360, int height = 740)
    {
        context = await playwright.Chromium.LaunchPersistentContextAsync(Folder, new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("FIELDKIT_CHROMIUM") ?? "/usr/bin/chromium",
            Args = [.. Arguments, .. more],
            Headless = true,
            Locale = "nl-NL",
            TimezoneId = "Europe/Amsterdam",
            ViewportSize = new() { Width = width, Height = height },
        });
        context.SetDefaultTimeout(60_000);
        if (offline)
        {
            await context.SetOfflineAsync(true);
        }

        var page = context.Pages.Count > 0 ? context.Pages[0] : await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                ConsoleErrors.Add(message.Text);
            }
        };
        return page;
    }

    public Task<IPage> NewTabAsync() => context!.NewPageAsync();

    public Task SetOfflineAsync(bool offline) => context!.SetOfflineAsync(offline);

    /// <summary>Closes the browser; the profile stays.</summary>
    public async Task CloseAsync()
    {
        if (context is not null)
        {
            await context.CloseAsync();
            context = null;
        }
    }

    /// <summary>Ends every process of this browser at once, as a phone does that runs out of memory or power; the profile stays.</summary>
    public async Task KillAsync()
    {
        var gone = new TaskCompletionSource();
        context!.Close += (_, _) => gone.TrySetResult();
        foreach (var process in Processes())
        {
            using (process)
            {
                process.Kill();
                await process.WaitForExitAsync();
            }
        }

        await gone.Task.WaitAsync(TimeSpan.FromSeconds(30));
        context = null;
    }

    // The folder is of this profile alone, and stands on the command line of each of its processes or of its parent.
    private IEnumerable<Process> Processes()
    {
        foreach (var process in Process.GetProcessesByName("chromium"))
        {
            var command = Path.Combine("/proc", process.Id.ToString(CultureInfo.InvariantCulture), "cmdline");
            if (File.Exists(command) && File.ReadAllText(command).Contains(Folder, StringComparison.Ordinal))
            {
                yield return process;
            }
            else
            {
                process.Dispose();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        Directory.Delete(Folder, recursive: true);
    }
}

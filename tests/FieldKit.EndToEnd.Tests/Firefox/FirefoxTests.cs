namespace FieldKit.EndToEnd.Tests.Firefox;

/// <summary>Installed once, then opened without a connection, in Firefox ESR. The server is killed: there is nobody to ask.</summary>
public sealed class FirefoxTests : IAsyncLifetime
{
    private readonly string profile = Directory.CreateTempSubdirectory("fieldkit-firefox-").FullName;
    private RunningSite site = null!;

    public async Task InitializeAsync() => site = await RunningSite.StartAsync();

    public async Task DisposeAsync()
    {
        await site.DisposeAsync();
        Directory.Delete(profile, recursive: true);
    }

    [Fact]
    public async Task Guide_route_and_numbers_are_there_after_a_restart_without_a_server()
    {
        await using (var firefox = await FirefoxBrowser.OpenAsync(profile))
        {
            await firefox.GoAsync(site.Address);
            await firefox.TextOfAsync("[data-ready=home]");
            await firefox.EvaluateAsync("navigator.serviceWorker.ready.then(() => '')");
            // The content comes with the first page that needs it.
            await firefox.GoAsync(new(site.Address, "gesprek"));
            await firefox.TextOfAsync("[data-testid=guide-G01]");
        }

        await site.KillAsync();

        await using (var firefox = await FirefoxBrowser.OpenAsync(profile))
        {
            await firefox.GoAsync(site.Address);
            await firefox.TextOfAsync("[data-ready=home]");
            await firefox.ClickAsync("[data-testid=\"nav.talk\"]");
            Assert.Contains("aanslag", await firefox.TextOfAsync("[data-testid=guide-G01]"), StringComparison.OrdinalIgnoreCase);
            await firefox.ClickAsync("[data-testid=guide-G01]");
            await firefox.TextOfAsync("[data-testid=lead]");

            await firefox.GoAsync(new(site.Address, "route/F01"));
            Assert.NotEmpty(await firefox.TextOfAsync("[data-testid=step-title]"));

            await firefox.GoAsync(new(site.Address, "bellen"));
            Assert.Contains("112", await firefox.TextOfAsync("#inhoud a[href^=\"tel:\"]"), StringComparison.Ordinal);
        }
    }
}

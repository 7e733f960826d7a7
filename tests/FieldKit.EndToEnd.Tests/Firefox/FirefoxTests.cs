namespace FieldKit.EndToEnd.Tests.Firefox;

/// <summary>Installed once, then opened without a connection, in Firefox ESR; and what only Firefox did wrong.</summary>
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
    public async Task Page_that_is_left_in_the_middle_of_writing_does_not_hold_up_the_next()
    {
        await using var firefox = await FirefoxBrowser.OpenAsync(profile);
        await firefox.GoAsync(site.Address);
        await firefox.TextOfAsync("[data-ready=home]");
        await firefox.EvaluateAsync(
            """
            import('/js/device.js').then((device) => {
              for (let number = 0; number < 400; number++) {
                device.storeCommit(JSON.stringify([{ store: 'test', id: `${number}`, expectedVersion: 0, length: 300_000 }]), new Uint8Array(300_000));
              }
              return '';
            })
            """);

        // Another page of the app, by its address: the browser may keep the one before as it is.
        await firefox.GoAsync(new(site.Address, "gesprek"));

        Assert.Contains("aanslag", await firefox.TextOfAsync("[data-testid=guide-G01]"), StringComparison.OrdinalIgnoreCase);
    }

    // The server is killed: there is nobody to ask.
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

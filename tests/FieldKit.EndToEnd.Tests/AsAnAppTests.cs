using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>What people expect of an app: it can be put on the home screen, every item has an address that opens without a connection, and Back goes back.</summary>
public sealed class AsAnAppTests(SiteFixture fixture) : OneWorkerTests(fixture)
{
    private static readonly string[] Items =
    [
        "", "route", "route/F01", "route/F03/kaart", "route/gemeente/utrecht", "gesprek", "gesprek/G01", "gesprek/G01/leiden", "bellen",
        "bellen/T04", "oefenen", "zoeken", "gevaar", "instellingen", "privacy", "toegankelijkheid", "koppelen", "signalen", "signalen/nieuw",
    ];

    [Fact]
    public async Task Every_item_opens_by_its_address_cold_and_without_a_connection_and_again_after_a_reload()
    {
        var worker = new FieldWorker(await Profile.OpenAsync(), Site.Address);
        await worker.OpenAsync("bellen");
        await worker.Test("emergency").WaitForAsync();
        await worker.WaitUntilInstalledAsync();
        await Profile.CloseAsync();
        worker = new(await Profile.OpenAsync(offline: true), Site.Address);

        foreach (var item in Items)
        {
            await worker.OpenAsync(item);
            await Expect(worker.Page.Locator("h1[tabindex]").First).ToBeVisibleAsync();
            await Expect(worker.Test("no-content")).ToHaveCountAsync(0);
            await Expect(worker.Page.Locator("[data-testid=broken-again]")).ToHaveCountAsync(0);
        }

        await worker.OpenAsync("route/F01");
        var title = await worker.Test("step-title").InnerTextAsync();
        await worker.Page.ReloadAsync();
        await Expect(worker.Test("step-title")).ToHaveTextAsync(title);
    }

    [Fact]
    public async Task Back_in_the_app_is_the_browsers_back_where_both_lead_to_the_same_page()
    {
        var worker = new FieldWorker(await Profile.OpenAsync(), Site.Address);
        await worker.OpenAsync();
        var entries = await EntriesAsync(worker);
        await worker.Test("to-settings").ClickAsync();
        await worker.Test("to-privacy").ClickAsync();
        await Expect(worker.Page.Locator("h1")).ToContainTextAsync("Privacy");

        await worker.Test("back").ClickAsync();
        await Expect(worker.Test("setting-about")).ToBeVisibleAsync();
        await worker.Test("back").ClickAsync();
        await Expect(worker.Test("to-search")).ToBeVisibleAsync();

        // Two pages forward and two back: the browser stands where it began, with both pages before it.
        Assert.Equal(entries + 2, await EntriesAsync(worker));
        await worker.Page.GoForwardAsync();
        await Expect(worker.Test("setting-about")).ToBeVisibleAsync();

        // Opened from outside there is no page before it: Back goes up.
        await worker.OpenAsync("bellen/T04");
        await worker.Test("back").ClickAsync();
        await Expect(worker.Page).ToHaveURLAsync(new Uri(Site.Address, "bellen").ToString());
    }

    [Fact]
    public async Task The_home_screen_is_offered_on_the_second_day_and_declined_for_good()
    {
        var worker = new FieldWorker(await Profile.OpenAsync(), Site.Address);
        await worker.OpenAsync();
        await Expect(worker.Test("sync-status")).ToBeVisibleAsync();
        await Expect(worker.Test("install-offer")).ToHaveCountAsync(0);
        await Expect(worker.Page.Locator("html")).ToHaveAttributeAsync("lang", "nl");
        await worker.Page.EvaluateAsync("() => localStorage.setItem('fieldkit.install-offer', '2026-01-01')");

        await worker.OpenAsync();
        await Expect(worker.Test("install-offer")).ToBeVisibleAsync();

        // As Chromium asks on a device where the app can be installed; its own question needs a person.
        await worker.Page.EvaluateAsync("""
            () => dispatchEvent(Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
              prompt() { globalThis.asked = true; },
              userChoice: Promise.resolve({ outcome: 'dismissed' }),
            }))
            """);
        await worker.Test("install").ClickAsync();
        await Expect(worker.Test("install-how")).ToHaveAttributeAsync("data-way", "Menu");
        Assert.True(await worker.Page.EvaluateAsync<bool>("() => globalThis.asked"));

        await worker.Test("install-decline").ClickAsync();
        await Expect(worker.Test("install-offer")).ToHaveCountAsync(0);
        await worker.OpenAsync("instellingen");
        await Expect(worker.Test("install-hint")).ToBeVisibleAsync();
        await worker.OpenAsync();
        await Expect(worker.Test("sync-status")).ToBeVisibleAsync();
        await Expect(worker.Test("install-offer")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Every_shortcut_and_picture_of_the_manifest_is_there()
    {
        var worker = new FieldWorker(await Profile.OpenAsync(), Site.Address);
        await worker.OpenAsync();
        var text = await worker.Page.EvaluateAsync<string>("async () => (await fetch(document.querySelector('link[rel=manifest]').href)).text()");
        using var manifest = JsonDocument.Parse(text);
        var root = manifest.RootElement;
        var shortcuts = root.GetProperty("shortcuts").EnumerateArray().ToList();
        Assert.Equal(3, shortcuts.Count);
        foreach (var shortcut in shortcuts)
        {
            await worker.OpenAsync(shortcut.GetProperty("url").GetString()!);
            await Expect(worker.Page.Locator("h1[tabindex]").First).ToBeVisibleAsync();
            await Expect(worker.Test("screen-title")).Not.ToHaveTextAsync("Deze pagina is er niet");
        }

        foreach (var icon in shortcuts.Append(root).SelectMany(part => part.GetProperty("icons").EnumerateArray()))
        {
            var answer = await worker.Page.APIRequest.GetAsync(new Uri(Site.Address, icon.GetProperty("src").GetString()).ToString());
            Assert.StartsWith("image/", answer.Headers["content-type"], StringComparison.Ordinal);
        }
    }

    private static Task<int> EntriesAsync(FieldWorker worker) => worker.Page.EvaluateAsync<int>("() => history.length");
}

using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>Whom to call: who is there now, for what, and one's own numbers. On a phone, without a connection.</summary>
public sealed class ContactsTests(SiteFixture fixture) : OneWorkerTests(fixture)
{
    private const string Canary = "kanarie-collega-51D0";

    [Fact]
    public async Task Who_is_open_now_is_known_offline_on_the_Dutch_clock()
    {
        await InstallAsync();
        var worker = await OpenOfflineAsync("2026-11-20T15:00:00Z");
        await worker.OpenAsync("bellen");

        // Four in the afternoon, on a Friday in winter.
        await Expect(worker.Test("now-T22")).ToHaveTextAsync("nu open tot 17.00 uur");
        await Expect(worker.Test("now-T21")).ToHaveTextAsync("zou nu dicht zijn, open maandag om 9.00 uur (oude opgave, rond 2020)");
        await Expect(worker.Test("now-T30")).ToHaveTextAsync("zou nu open zijn tot 21.00 uur (opgave uit 2019)");
        await Expect(worker.Test("now-T18")).ToHaveTextAsync("tijden onbekend");
        await Expect(worker.Test("first-T01")).ToHaveAttributeAsync("href", "tel:112");

        // The same hour of the universal clock in summer is five in the afternoon.
        await worker.Page.Clock.SetFixedTimeAsync("2026-07-03T15:00:00Z");
        await worker.OpenAsync("bellen/T22");
        await Expect(worker.Test("now-T22")).ToHaveTextAsync("nu dicht, open maandag om 8.00 uur");
        await worker.Test("open-instead").ClickAsync();
        Assert.Equal("/bellen?situatie=discriminatie&nu=open", worker.Address);

        await worker.Page.Clock.SetFixedTimeAsync("2026-12-25T11:00:00Z");
        await worker.OpenAsync("bellen");
        await Expect(worker.Test("now-T22")).ToHaveTextAsync("nu dicht (Eerste Kerstdag), open maandag om 8.00 uur");
        await Expect(worker.Test("now-T30")).ToHaveTextAsync("het is Eerste Kerstdag: niet bekend of er iemand is");
        await Expect(worker.Test("now-T04")).ToHaveTextAsync("nu open, dag en nacht");
    }

    [Fact]
    public async Task A_situation_leaves_who_is_for_it_and_stays_in_the_address()
    {
        await InstallAsync();
        var worker = await OpenOfflineAsync("2026-11-20T15:00:00Z");
        await worker.OpenAsync("bellen");

        await worker.Test("situation").SelectOptionAsync("school");
        await Expect(worker.Test("contact-T22")).ToBeVisibleAsync();
        await Expect(worker.Test("contact-T30")).ToHaveCountAsync(0);
        await worker.Test("open-now").CheckAsync();
        await Expect(worker.Test("found-count")).ToHaveTextAsync("1 gevonden");
        Assert.Equal("/bellen?situatie=school&nu=open", worker.Address);

        await worker.Page.ReloadAsync();
        await Expect(worker.Test("situation")).ToHaveValueAsync("school");
        await Expect(worker.Test("open-now")).ToBeCheckedAsync();
        await Expect(worker.Test("found-count")).ToHaveTextAsync("1 gevonden");

        // Back from a contact finds the choice again.
        await worker.Test("contact-T22").Locator("h2 a").ClickAsync();
        await Expect(worker.Test("sources")).ToContainTextAsync("Rijksoverheid");
        await worker.Page.GoBackAsync();
        await Expect(worker.Test("found-count")).ToHaveTextAsync("1 gevonden");

        await worker.Test("situation").SelectOptionAsync("klacht");
        await Expect(worker.Test("found-none")).ToContainTextAsync("112");
        await AxeFindsNothingAsync(worker);
        await worker.Test("show-all").ClickAsync();
        await Expect(worker.Test("contact-T30")).ToBeVisibleAsync();
        Assert.Equal("/bellen", worker.Address);
    }

    [Fact]
    public async Task A_number_is_copied_and_said_so()
    {
        var page = await Profile.OpenAsync();
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var worker = new FieldWorker(page, Site.Address);
        await worker.OpenAsync("bellen/T30");

        await worker.Test("copy").ClickAsync();

        await Expect(worker.Test("copied")).ToHaveTextAsync("0800-0432 is gekopieerd.");
        Assert.Equal("0800-0432", await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
    }

    [Fact]
    public async Task An_own_number_needs_no_code_opens_with_the_pin_and_lies_nowhere_in_the_clear()
    {
        await InstallAsync();
        var worker = await OpenOfflineAsync();
        await worker.OpenAsync("bellen/T08");
        await worker.Test("own-fill-T08").ClickAsync();
        await worker.Test("pin-new").FillAsync(FieldWorker.Pin);
        await worker.Test("pin-repeat").FillAsync(FieldWorker.Pin);
        await worker.Test("pin-submit").ClickAsync();
        await worker.Test("field-own-phone").FillAsync("030-7654321");
        await worker.Test("field-own-note").FillAsync(Canary);
        await worker.Test("own-save").ClickAsync();
        await Expect(worker.Test("own-call-T08")).ToHaveAttributeAsync("href", "tel:0307654321");
        await Expect(worker.Page.GetByText(Canary)).ToBeVisibleAsync();

        // A new start finds it behind the PIN, and the PIN leads back.
        await Profile.CloseAsync();
        worker = await OpenOfflineAsync();
        await worker.OpenAsync("bellen");
        await worker.Test("own-locked").ClickAsync();
        await worker.UnlockAsync();
        await Expect(worker.Test("own-call-T08")).ToBeVisibleAsync();
        Assert.Equal("/bellen", worker.Address);

        await worker.Test("own-change-T08").ClickAsync();
        await Expect(worker.Test("field-own-note")).ToHaveValueAsync(Canary);
        await AxeFindsNothingAsync(worker);
        await worker.Test("own-remove").ClickAsync();
        await Expect(worker.Test("own-call-T08")).ToHaveCountAsync(0);
        await AxeFindsNothingAsync(worker);
        await worker.Test("own-undo").ClickAsync();
        await Expect(worker.Test("own-call-T08")).ToBeVisibleAsync();

        Assert.DoesNotContain(Profile.ConsoleErrors, error => !error.Contains("ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal));
        await Profile.CloseAsync();
        Assert.Empty(PlaintextSearch.FilesWith(Profile.Folder, Canary));
        Assert.Empty(PlaintextSearch.FilesWith(Profile.Folder, "030-7654321"));
    }

    [Fact]
    public async Task Half_typed_it_leaves_the_screen_when_the_app_locks_and_is_there_after_the_pin()
    {
        var worker = new FieldWorker(await Profile.OpenAsync(), Site.Address);
        await worker.OpenAsync("bellen/eigen/T08");
        await worker.Test("pin-new").FillAsync(FieldWorker.Pin);
        await worker.Test("pin-repeat").FillAsync(FieldWorker.Pin);
        await worker.Test("pin-submit").ClickAsync();
        await worker.Test("field-own-phone").FillAsync("030-7654");
        await worker.Test("field-own-note").FillAsync(Canary);

        // Locked on purpose, in another tab.
        var other = new FieldWorker(await Profile.NewTabAsync(), Site.Address);
        await other.OpenAsync("signalen");
        await other.UnlockAsync();
        await other.Test("lock").ClickAsync();
        await Expect(worker.Test("unlock-pin")).ToBeVisibleAsync();
        await Expect(worker.Test("field-own-phone")).ToHaveCountAsync(0);
        Assert.DoesNotContain(Canary, await worker.Page.ContentAsync(), StringComparison.Ordinal);
        await Profile.CloseAsync();
        Assert.Empty(PlaintextSearch.FilesWith(Profile.Folder, Canary));

        worker = new FieldWorker(await Profile.OpenAsync(), Site.Address);
        await worker.OpenAsync("bellen/eigen/T08");
        await worker.UnlockAsync();
        await Expect(worker.Test("field-own-phone")).ToHaveValueAsync("030-7654");
        await Expect(worker.Test("own-left-over")).ToBeVisibleAsync();
        await AxeFindsNothingAsync(worker);
        await worker.Test("own-save").ClickAsync();
        await worker.Test("own-change-T08").ClickAsync();
        await Expect(worker.Test("field-own-phone")).ToHaveValueAsync("030-7654");
        await Expect(worker.Test("own-left-over")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing(ColorScheme scheme)
    {
        var worker = new FieldWorker(await Profile.OpenAsync(width: 320, height: 640), Site.Address);
        await worker.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        foreach (var (path, stands) in new[] { ("bellen?nu=open", "now-T33"), ("bellen/T11", "sources"), ("bellen/T08", "own-fill-T08"), ("bellen/eigen/nieuw", "pin-new") })
        {
            await worker.OpenAsync(path);
            await worker.Test(stands).WaitForAsync();
            await AxeFindsNothingAsync(worker);
        }

        await worker.Test("pin-new").FillAsync(FieldWorker.Pin);
        await worker.Test("pin-repeat").FillAsync(FieldWorker.Pin);
        await worker.Test("pin-submit").ClickAsync();
        await worker.Test("own-save").ClickAsync();
        await worker.Page.Locator("[aria-invalid=true]").First.WaitForAsync();
        await AxeFindsNothingAsync(worker);
    }

    private static async Task AxeFindsNothingAsync(FieldWorker worker)
    {
        var result = await worker.Page.RunAxe();
        Assert.Empty(result.Violations.Select(violation => $"{worker.Address}: {violation.Id}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}"));
    }

    private async Task InstallAsync()
    {
        var worker = new FieldWorker(await Profile.OpenAsync(), Site.Address);
        await worker.OpenAsync("bellen");
        await worker.Test("now-T22").WaitForAsync();
        await worker.WaitUntilInstalledAsync();
        await Profile.CloseAsync();
    }

    private async Task<FieldWorker> OpenOfflineAsync(string? clock = null)
    {
        var page = await Profile.OpenAsync(offline: true);
        if (clock is not null)
        {
            await page.Clock.SetFixedTimeAsync(clock);
        }

        return new(page, Site.Address);
    }
}

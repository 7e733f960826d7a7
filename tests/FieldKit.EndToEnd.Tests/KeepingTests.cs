using System.Text.Json;
using FieldKit.Device.Store;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>What goes from a phone, and what never does: wiping, a revocation, and days that passed. In a real browser, at a site of their own.</summary>
public sealed class KeepingTests(SiteFixture fixture) : OwnSiteTests(fixture)
{
    private const string Delivered = "KanarieVogelBezorgd";
    private const string Waiting = "KanarieVogelWacht";

    private long ledger;

    [Fact]
    public async Task Wiping_takes_everything_readable_from_all_tabs_and_what_is_sealed_is_still_delivered()
    {
        var worker = await EnrolledAsync();
        await KeepOwnNumberAsync(worker);
        await SealAsync(worker, Delivered);
        await Expect(worker.Test("signal-state")).ToHaveAttributeAsync("data-state", "received");
        await Phone.SetOfflineAsync(true);
        await SealAsync(worker, Waiting);
        await BeginAsync(worker);
        var other = new FieldWorker(await Phone.NewTabAsync(), Site.Address);
        await other.OpenAsync("signalen");
        await other.UnlockAsync();
        await Expect(other.Test("signal")).ToHaveCountAsync(2);
        await Expect(other.Test("draft")).ToHaveCountAsync(1);
        Assert.NotEqual(0, await OwnedAsync(worker));

        await worker.OpenAsync("instellingen");
        await worker.Test("wipe").ClickAsync();
        await worker.Test("wipe-yes").ClickAsync();
        await worker.Test("wiped").WaitForAsync();

        // One half: gone, here, in the other tab, and in what a script can read of this browser.
        Assert.Equal(0, await OwnedAsync(worker));
        Assert.False(await HasVaultAsync(worker));
        await Expect(other.Test("unlock-enrol")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        Assert.DoesNotContain("Kanarie", await other.Page.ContentAsync() + await worker.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("\"walk\"", await TextStoresAsync(worker) + await TextStoresAsync(other), StringComparison.Ordinal);

        // The other half: it waits, and goes by itself, without a PIN, also after a restart.
        await Expect(worker.Test("waiting-count")).ToHaveAttributeAsync("data-count", "1");
        await Phone.CloseAsync();
        Assert.Empty(PlaintextSearch.FilesWith(Phone.Folder, "Kanarie"));
        worker = new(await Phone.OpenAsync(), Site.Address);
        await worker.OpenAsync();
        await Expect(worker.Test("waiting-count")).ToHaveAttributeAsync("data-count", "0");
        await DeskHasAsync(Delivered, Waiting);
    }

    [Fact]
    public async Task A_revoked_phone_delivers_what_is_sealed_clears_the_rest_and_says_why()
    {
        var worker = await EnrolledAsync();
        await SealAsync(worker, Delivered);
        await Expect(worker.Test("signal-state")).ToHaveAttributeAsync("data-state", "received");
        await Phone.SetOfflineAsync(true);
        await SealAsync(worker, Waiting);
        await BeginAsync(worker);
        var other = new FieldWorker(await Phone.NewTabAsync(), Site.Address);
        await other.OpenAsync("signalen");
        await other.UnlockAsync();
        await Expect(other.Test("draft")).ToHaveCountAsync(1);
        var listed = await Site.RunToolAsAsync(Site.Staff.Name, Site.Staff.Password, "devices", "list", "--url", Site.Address.ToString());
        await Site.RunToolAsAsync(
            Site.Staff.Name, Site.Staff.Password, "devices", "revoke", listed.First(line => line.Contains("jongerenwerk", StringComparison.Ordinal))[..36], "--url", Site.Address.ToString());

        await Phone.SetOfflineAsync(false);
        await Expect(worker.Test("waiting-count")).ToHaveAttributeAsync("data-count", "0");
        await Expect(worker.Test("sync-status")).ToContainTextAsync("afgemeld");
        await Expect(other.Test("revoked")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(other.Test("revoked-safe")).ToContainTextAsync("Veilig");
        Assert.Equal(0, await OwnedAsync(worker));
        Assert.False(await HasVaultAsync(worker));
        Assert.DoesNotContain("Kanarie", await other.Page.ContentAsync() + await worker.Page.ContentAsync(), StringComparison.Ordinal);
        await DeskHasAsync(Delivered, Waiting);

        // Reading goes on; a new signal does not begin.
        await worker.OpenAsync("signalen/nieuw");
        await Expect(worker.Test("revoked")).ToBeVisibleAsync();
        await worker.OpenAsync("route");
        await Expect(worker.Test("route-F01")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Days_that_passed_clear_a_delivered_text_and_warn_before_a_draft_goes_and_one_wrong_clock_does_neither()
    {
        var worker = await EnrolledAsync();
        await SealAsync(worker, Delivered);
        await Expect(worker.Test("signal-state")).ToHaveAttributeAsync("data-state", "received");
        await BeginAsync(worker);
        await worker.OpenAsync();
        await worker.WaitUntilInstalledAsync();
        await Phone.CloseAsync();

        // Ten years ahead for one start, without a connection and with one.
        worker = await StartAsync(days: 3650, offline: true);
        await SignalsAsync(worker);
        await Expect(worker.Test("fading")).ToHaveCountAsync(0);
        await Phone.SetOfflineAsync(false);
        await Expect(worker.Test("waiting-count")).ToHaveAttributeAsync("data-count", "0");
        await Phone.CloseAsync();
        worker = await StartAsync(days: 0, offline: true);
        await SignalsAsync(worker);
        await Expect(worker.Page.GetByText("Tekst gewist")).ToHaveCountAsync(0);
        await Expect(worker.Test("draft")).ToHaveCountAsync(1);
        await RememberLedgerAsync(worker);
        await Phone.CloseAsync();

        // Weeks without a connection, borne out by a second day.
        await AnotherDayAsync(days: 26);
        await Phone.CloseAsync();
        worker = await AnotherDayAsync(days: 27);
        await SignalsAsync(worker);
        await Expect(worker.Page.GetByText("Tekst gewist")).ToBeVisibleAsync();
        await Expect(worker.Test("fading")).ToBeVisibleAsync();
        await Expect(worker.Test("draft-fading")).ToBeVisibleAsync();
        await RememberLedgerAsync(worker);
        await worker.Test("signal").ClickAsync();
        await Expect(worker.Test("faded")).ToBeVisibleAsync();
        await Phone.CloseAsync();
        Assert.Empty(PlaintextSearch.FilesWith(Phone.Folder, Delivered));

        await AnotherDayAsync(days: 33);
        await Phone.CloseAsync();
        worker = await AnotherDayAsync(days: 34);
        await SignalsAsync(worker);
        await Expect(worker.Test("signal")).ToHaveCountAsync(1);
        await Expect(worker.Test("draft")).ToHaveCountAsync(0);
        await DeskHasAsync(Delivered);
    }

    [Fact]
    public async Task A_writer_who_does_not_want_to_read_it_back_has_the_text_here_until_it_is_received_and_no_longer()
    {
        var worker = await EnrolledAsync();
        await Phone.SetOfflineAsync(true);
        await BeginAsync(worker);
        await worker.WriteSignalAsync(Delivered);
        await worker.Test("option-reading-back-0").CheckAsync();
        await worker.Test("seal").ClickAsync();
        await worker.Test("timeline").WaitForAsync();
        await Expect(worker.Test("faded")).ToHaveCountAsync(0);

        await Phone.SetOfflineAsync(false);
        await Expect(worker.Test("signal-state")).ToHaveAttributeAsync("data-state", "received");
        await Expect(worker.Test("faded")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        Assert.DoesNotContain(Delivered, await worker.Page.ContentAsync(), StringComparison.Ordinal);
        await DeskHasAsync(Delivered);
    }

    private async Task<FieldWorker> EnrolledAsync()
    {
        var worker = new FieldWorker(await Phone.OpenAsync(), Site.Address);
        await worker.OpenAsync();
        await worker.WaitUntilInstalledAsync();
        await worker.EnrolAsync(Site.EnrolmentCode);
        await worker.Test("enrolled").WaitForAsync();
        return worker;
    }

    /// <summary>The app starts with this device's clock so far ahead, and has looked at what lies there.</summary>
    private async Task<FieldWorker> StartAsync(int days, bool offline)
    {
        var page = await Phone.OpenAsync(offline);
        await page.AddInitScriptAsync($"(() => {{ const now = Date.now; Date.now = () => now() + {days} * 86400000; }})()");
        var worker = new FieldWorker(page, Site.Address);
        await worker.OpenAsync();
        await worker.Test("waiting-count").WaitForAsync();
        return worker;
    }

    /// <summary>As <see cref="StartAsync"/>, on another day: until the device has noted that.</summary>
    private async Task<FieldWorker> AnotherDayAsync(int days)
    {
        var worker = await StartAsync(days, offline: true);
        var store = new IndexedDbThroughPage(worker.Page);
        var waited = TimeProvider.System.GetTimestamp();
        long version;
        while ((version = (await store.ReadAsync(new(DeviceStores.Keeping, "ledger")))!.Version) <= ledger)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(waited) < TimeSpan.FromMinutes(1), "The device did not look what day it is.");
        }

        ledger = version;
        return worker;
    }

    private async Task RememberLedgerAsync(FieldWorker worker) =>
        ledger = (await new IndexedDbThroughPage(worker.Page).ReadAsync(new(DeviceStores.Keeping, "ledger")))!.Version;

    private static async Task SignalsAsync(FieldWorker worker)
    {
        await worker.Test("nav.signals").ClickAsync();
        await worker.UnlockAsync();
        await worker.Test("signal").First.WaitForAsync();
    }

    private static async Task SealAsync(FieldWorker worker, string fact)
    {
        await BeginAsync(worker);
        await worker.WriteSignalAsync(fact);
        await worker.Test("seal").ClickAsync();
        await worker.Test("timeline").WaitForAsync();
    }

    private static async Task BeginAsync(FieldWorker worker)
    {
        await worker.Test("nav.signals").ClickAsync();
        await worker.Test("new-signal").ClickAsync();
        await worker.Test("option-s0_gevaar-nee").WaitForAsync();
    }

    private static async Task KeepOwnNumberAsync(FieldWorker worker)
    {
        await worker.Test("nav.call").ClickAsync();
        await worker.Test("own-fill-T08").ClickAsync();
        await worker.Test("field-own-phone").FillAsync("030-7654321");
        await worker.Test("field-own-name").FillAsync("KanarieVogelNummer");
        await worker.Test("own-save").ClickAsync();
        await Expect(worker.Page.GetByText("KanarieVogelNummer").First).ToBeVisibleAsync();
    }

    /// <summary>Records of every store that holds something of the owner's; the dates of the ledger are kept anew at once and hold none.</summary>
    private static async Task<int> OwnedAsync(FieldWorker worker)
    {
        var store = new IndexedDbThroughPage(worker.Page);
        var count = 0;
        foreach (var one in DeviceStores.All.Where(one => one.Belongs is not null && one.Name != DeviceStores.Keeping))
        {
            count += await store.CountAsync(one.Name);
        }

        return count;
    }

    private static Task<bool> HasVaultAsync(FieldWorker worker) =>
        worker.Page.EvaluateAsync<bool>("async () => { const device = await import('/js/device.js'); return await device.keysExist(); }");

    private static Task<string> TextStoresAsync(FieldWorker worker) =>
        worker.Page.EvaluateAsync<string>("() => JSON.stringify({ ...sessionStorage }) + JSON.stringify({ ...localStorage })");

    private async Task DeskHasAsync(params string[] facts)
    {
        await using var laptop = new BrowserProfile(Playwright);
        var desk = new DeskMember(await laptop.OpenAsync(width: 1366, height: 768), Site.Address);
        await desk.SignInAsync(Site.Staff);
        await Expect(desk.Test("inbox-item")).ToHaveCountAsync(facts.Length);
        var arrived = await desk.ReadAllAsync();
        Assert.All(facts, fact => Assert.Single(arrived, text => text.Contains(fact, StringComparison.Ordinal)));
    }
}

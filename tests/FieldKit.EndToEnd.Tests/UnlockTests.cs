using FieldKit.Device.Store;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>The way into the vault: wrong PINs, a passphrase, a fingerprint.</summary>
public sealed class UnlockTests(SiteFixture fixture) : OneWorkerTests(fixture)
{
    private const string Phrase = "vier blauwe fietsen daar";

    [Fact]
    public async Task Wrong_pins_wait_longer_also_after_a_restart_and_the_last_erases_all_but_what_is_sealed()
    {
        await using var site = await RunningSite.StartAsync();
        var worker = new FieldWorker(await Profile.OpenAsync(), site.Address);
        await worker.OpenAsync();
        await worker.WaitUntilInstalledAsync();
        await worker.EnrolAsync(site.EnrolmentCode);
        await worker.Test("enrolled").WaitForAsync();
        await Profile.SetOfflineAsync(true);
        await worker.Test("nav.signals").ClickAsync();
        await worker.Test("new-signal").ClickAsync();
        await worker.WriteSignalAsync();
        await worker.Test("seal").ClickAsync();
        await Expect(worker.Test("signal-state")).ToHaveAttributeAsync("data-state", "sealed");
        await Profile.KillAsync();

        worker = new FieldWorker(await Profile.OpenAsync(offline: true), site.Address);
        await worker.OpenAsync("signalen");
        await Expect(worker.Test("unlock-pin")).ToBeVisibleAsync();
        await TryWrongAsync(worker, 3);
        await Expect(worker.Test("unlock-wait")).ToContainTextAsync("30 seconden");
        var hour = 0;
        foreach (var wait in new[] { "60 seconden", "5 minuten" })
        {
            await LaterAsync(worker, ++hour);
            await TryWrongAsync(worker, 1);
            await Expect(worker.Test("unlock-wait")).ToContainTextAsync(wait);
        }

        await Profile.KillAsync();

        // The clock is right again, hours before the last try: the wait begins anew, and no sooner ends.

        worker = new FieldWorker(await Profile.OpenAsync(offline: true), site.Address);
        await worker.OpenAsync("signalen");
        await Expect(worker.Test("unlock-left")).ToContainTextAsync("minuten");
        await Expect(worker.Test("unlock-submit")).ToHaveAttributeAsync("aria-disabled", "true");
        await worker.Test("unlock-pin").FillAsync(FieldWorker.Pin);
        await worker.Test("unlock-pin").PressAsync("Enter");
        await Expect(worker.Test("unlock-left")).ToBeVisibleAsync();
        await LaterAsync(worker, 1);
        await worker.UnlockAsync();
        await Expect(worker.Test("signal")).ToHaveCountAsync(1);

        await worker.Test("lock").ClickAsync();
        await worker.OpenAsync("signalen");
        foreach (var (tries, warning) in new[] { (7, "Nog 3 pogingen"), (1, "Nog 2 pogingen"), (1, "Nog 1 poging") })
        {
            for (var time = 0; time < tries; time++)
            {
                await TryWrongAsync(worker, 1);
                await LaterAsync(worker, ++hour);
            }

            await Expect(worker.Test("unlock-end")).ToContainTextAsync(warning);
        }

        await TryWrongAsync(worker, 1);
        await Expect(worker.Test("unlock-erased")).ToContainTextAsync("10 keer");
        await worker.OpenAsync("signalen");
        await Expect(worker.Test("unlock-erased")).ToBeVisibleAsync();
        await Expect(worker.Test("waiting-count")).ToHaveAttributeAsync("data-count", "1");
        var (keys, stores) = await StoredAsync(worker.Page);
        Assert.Equal(["device", "tries"], keys);
        Assert.Contains("outbox", stores);
        // The dates of what lies here begin anew, of nothing.
        Assert.Empty(stores.Intersect(DeviceStores.All.Where(store => store.Belongs is not null).Select(store => store.Name)).Except([DeviceStores.Keeping]));

        await Profile.SetOfflineAsync(false);
        await Expect(worker.Test("waiting-count")).ToHaveAttributeAsync("data-count", "0");
    }

    [Fact]
    public async Task A_passphrase_is_chosen_as_plainly_as_a_pin_and_opens_after_a_reload()
    {
        var worker = new FieldWorker(await Profile.OpenAsync(), Site.Address);
        await worker.OpenAsync("ontgrendelen");
        await worker.Test("secret-kind-Passphrase").CheckAsync(new() { Force = true });
        await worker.Test("pin-new").FillAsync("te kort");
        await worker.Test("pin-repeat").FillAsync("te kort");
        await worker.Test("pin-submit").ClickAsync();
        await Expect(worker.Test("pin-new")).ToHaveAttributeAsync("aria-invalid", "true");
        await worker.Test("pin-new").FillAsync(Phrase);
        await worker.Test("pin-repeat").FillAsync(Phrase);
        await worker.Test("pin-submit").ClickAsync();
        await worker.Test("new-signal").WaitForAsync();

        await worker.OpenAsync("signalen");
        await Expect(worker.Test("unlock-pin")).ToHaveAttributeAsync("inputmode", "text");
        await worker.Test("unlock-pin-show").CheckAsync();
        await Expect(worker.Test("unlock-pin")).ToHaveAttributeAsync("type", "text");
        await worker.Test("unlock-pin").FillAsync(Phrase);
        await worker.Test("unlock-submit").ClickAsync();
        await worker.Test("new-signal").WaitForAsync();
    }

    [Fact]
    public async Task A_fingerprint_opens_beside_the_pin_once_it_was_turned_on_with_it_and_goes_with_a_wipe()
    {
        var worker = await WithVaultAsync();
        await worker.Test("to-settings").ClickAsync();
        await worker.Test("storage-promise").WaitForAsync();
        await Expect(worker.Test("setting-fingerprint")).ToHaveCountAsync(0);

        await using var owner = await VirtualOwner.WithAsync(worker.Page);
        await worker.OpenAsync("signalen");
        await worker.UnlockAsync();
        await worker.Test("new-signal").WaitForAsync();
        await worker.Test("to-settings").ClickAsync();
        await worker.Test("fingerprint-pin").FillAsync("000000");
        await worker.Test("fingerprint-turn-on").ClickAsync();
        await Expect(worker.Test("fingerprint-pin")).ToHaveAttributeAsync("aria-invalid", "true");
        await worker.Test("fingerprint-pin").FillAsync(FieldWorker.Pin);
        await worker.Test("fingerprint-turn-on").ClickAsync();
        await worker.Test("fingerprint-on").WaitForAsync();

        await worker.OpenAsync("signalen");
        await worker.Test("unlock-fingerprint").ClickAsync();
        await worker.Test("new-signal").WaitForAsync();

        // Not recognised, the PIN opens as before; and a wipe takes both ways in.
        await worker.OpenAsync("signalen");
        await owner.IsRecognisedAsync(false);
        await worker.Test("unlock-fingerprint").ClickAsync();
        await worker.Test("fingerprint-problem").WaitForAsync();
        await worker.UnlockAsync();
        await worker.Test("new-signal").WaitForAsync();
        Assert.Contains("fingerprint", (await StoredAsync(worker.Page)).Keys);
        await worker.Test("to-settings").ClickAsync();
        await worker.Test("wipe").ClickAsync();
        await worker.Test("wipe-yes").ClickAsync();
        await worker.Test("wiped").WaitForAsync();
        Assert.Equal(["device"], (await StoredAsync(worker.Page)).Keys);
    }

    [Fact]
    public async Task A_fingerprint_that_was_turned_off_opens_nothing_any_more()
    {
        var worker = await WithVaultAsync();
        await using var owner = await VirtualOwner.WithAsync(worker.Page);
        await worker.Test("to-settings").ClickAsync();
        await worker.Test("fingerprint-pin").FillAsync(FieldWorker.Pin);
        await worker.Test("fingerprint-turn-on").ClickAsync();
        await worker.Test("fingerprint-off").ClickAsync();
        await worker.Test("fingerprint-turn-on").WaitForAsync();

        await worker.OpenAsync("signalen");
        await worker.Test("unlock-pin").WaitForAsync();
        Assert.DoesNotContain("fingerprint", (await StoredAsync(worker.Page)).Keys);
        await Expect(worker.Test("unlock-fingerprint")).ToHaveCountAsync(0);
        await worker.UnlockAsync();
        await worker.Test("new-signal").WaitForAsync();
    }

    private async Task<FieldWorker> WithVaultAsync()
    {
        var worker = new FieldWorker(await Profile.OpenAsync(), Site.Address);
        await worker.OpenAsync("ontgrendelen");
        await worker.Test("pin-new").FillAsync(FieldWorker.Pin);
        await worker.Test("pin-repeat").FillAsync(FieldWorker.Pin);
        await worker.Test("pin-submit").ClickAsync();
        await worker.Test("new-signal").WaitForAsync();
        return worker;
    }

    private static async Task TryWrongAsync(FieldWorker worker, int times)
    {
        for (var tries = 0; tries < times; tries++)
        {
            var before = await CountedAsync(worker.Page);
            await worker.Test("unlock-pin").FillAsync("000000");
            await worker.Test("unlock-submit").ClickAsync();
            // What the screen says of the try before looks just the same.
            while (await CountedAsync(worker.Page) == before)
            {
                await Task.Yield();
            }

            await Expect(worker.Page.Locator("[data-testid=unlock-submit][aria-busy]")).ToHaveCountAsync(0);
        }
    }

    /// <summary>The clock of the page's own code, so many hours on; its timers run as ever.</summary>
    private static Task LaterAsync(FieldWorker worker, int hours) =>
        worker.Page.Clock.SetFixedTimeAsync(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(hours));

    /// <summary>The tries as they lie there. Asking for them in the app's way, by another clock than the page's, would set the page's back.</summary>
    private static Task<int> CountedAsync(IPage page) => page.EvaluateAsync<int>("""
        async () => {
          const request = (asked) => new Promise((done) => (asked.onsuccess = () => done(asked.result)));
          const database = await request(indexedDB.open("fieldkit"));
          const tries = await request(database.transaction("keys").objectStore("keys").get("tries"));
          database.close();
          return tries?.count ?? 0;
        }
        """);

    /// <summary>What lies in the two object stores: the keys' names, and the names of the stores with records.</summary>
    private static async Task<(string[] Keys, string[] Stores)> StoredAsync(IPage page)
    {
        var names = await page.EvaluateAsync<string[]>("""
            async () => {
              const request = (asked) => new Promise((done) => (asked.onsuccess = () => done(asked.result)));
              const database = await request(indexedDB.open("fieldkit"));
              const keys = await request(database.transaction("keys").objectStore("keys").getAllKeys());
              const records = await request(database.transaction("records").objectStore("records").getAllKeys());
              database.close();
              return [keys.join(), [...new Set(records.map(([store]) => store))].join()];
            }
            """);
        return (names[0].Split(','), names[1].Split(','));
    }
}

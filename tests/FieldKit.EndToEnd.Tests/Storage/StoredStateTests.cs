using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests.Storage;

/// <summary>What the browser took away, and what a newer version wrote: said in plain words, and never made worse.</summary>
public sealed class StoredStateTests(SiteFixture fixture) : OneWorkerTests(fixture)
{
    private const string UpgradeElsewhere = """
        () => new Promise((done, failed) => {
          const asked = indexedDB.open('fieldkit', 99);
          asked.onupgradeneeded = () => asked.result.createObjectStore('later');
          asked.onerror = () => failed(asked.error);
          asked.onsuccess = () => {
            const count = asked.result.transaction('records').objectStore('records').count();
            count.onsuccess = () => { asked.result.close(); done(count.result); };
          };
        })
        """;

    private const string Count = """
        () => new Promise(done => {
          const asked = indexedDB.open('fieldkit');
          asked.onsuccess = () => {
            const count = asked.result.transaction('records').objectStore('records').count();
            count.onsuccess = () => { asked.result.close(); done(count.result); };
          };
        })
        """;

    [Fact]
    public async Task A_cleared_store_is_told_until_it_was_read()
    {
        await using var site = await RunningSite.StartAsync();
        var worker = new FieldWorker(await Profile.OpenAsync(), site.Address);
        await worker.EnrolAsync(site.EnrolmentCode);
        await worker.Test("enrolled").WaitForAsync();
        await worker.Test("nav.signals").ClickAsync();
        await worker.Test("new-signal").ClickAsync();
        await worker.Test("option-s0_gevaar-nee").WaitForAsync();
        await Expect(worker.Test("stored-cleared")).ToHaveCountAsync(0);

        await worker.Page.GotoAsync(new Uri(site.Address, "health/live").ToString());
        var browser = await worker.Page.Context.NewCDPSessionAsync(worker.Page);
        await browser.SendAsync("Storage.clearDataForOrigin", new()
        {
            ["origin"] = site.Address.GetLeftPart(UriPartial.Authority),
            ["storageTypes"] = "indexeddb",
        });

        await worker.OpenAsync();
        await Expect(worker.Test("stored-cleared")).ToBeVisibleAsync();
        await worker.OpenAsync("signalen");
        await worker.Test("stored-seen").ClickAsync();
        await Expect(worker.Test("stored-cleared")).ToHaveCountAsync(0);
        await worker.OpenAsync();
        await worker.Test("sync-status").WaitForAsync();
        await Expect(worker.Test("stored-cleared")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_somebody_wiped_is_no_loss()
    {
        var worker = new FieldWorker(await Profile.OpenAsync(), Site.Address);
        await worker.OpenAsync("signalen");
        await worker.Test("pin-new").FillAsync(FieldWorker.Pin);
        await worker.Test("pin-repeat").FillAsync(FieldWorker.Pin);
        await worker.Test("pin-submit").ClickAsync();
        await worker.Test("new-signal").ClickAsync();
        await worker.Test("to-settings").ClickAsync();
        await worker.Test("wipe").ClickAsync();
        await worker.Test("wipe-yes").ClickAsync();
        await worker.Test("wiped").WaitForAsync();

        await worker.OpenAsync("instellingen");
        await worker.Test("storage-promise").WaitForAsync();

        await Expect(worker.Test("stored-cleared")).ToHaveCountAsync(0);
        Assert.Equal("1", await worker.Page.EvaluateAsync<string>("() => localStorage.getItem('fieldkit.stored')"));
    }

    [Fact]
    public async Task A_newer_version_in_another_tab_takes_over_and_this_one_says_so_and_leaves_everything()
    {
        var worker = new FieldWorker(await Profile.OpenAsync(), Site.Address);
        await worker.OpenAsync("signalen");
        await worker.Test("pin-new").FillAsync(FieldWorker.Pin);
        await worker.Test("pin-repeat").FillAsync(FieldWorker.Pin);
        await worker.Test("pin-submit").ClickAsync();
        await worker.Test("new-signal").WaitForAsync();

        // The old tab steps aside at once, and nothing of what is there is lost.
        var newer = await Profile.NewTabAsync();
        await newer.GotoAsync(new Uri(Site.Address, "health/live").ToString());
        var records = await newer.EvaluateAsync<int>(UpgradeElsewhere).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.True(records > 0);

        // Back in view.
        await worker.Page.EvaluateAsync("() => document.dispatchEvent(new Event('visibilitychange'))");
        await Expect(worker.Test("stored-newer")).ToBeVisibleAsync();
        await worker.OpenAsync("instellingen");
        await Expect(worker.Test("stored-newer")).ToBeVisibleAsync();
        Assert.Equal(records, await newer.EvaluateAsync<int>(Count));
    }
}

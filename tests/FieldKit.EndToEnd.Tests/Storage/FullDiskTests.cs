using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests.Storage;

/// <summary>The disk fills up: who writes is told, and nothing that was kept, typed or sealed is lost.</summary>
[Collection(SiteCollection.Name)]
public sealed class FullDiskTests(SiteFixture fixture) : IAsyncLifetime
{
    private const string Typed = "Getypt toen het toestel vol was.";

    private const string UntilFull = """
        async () => {
          const device = await import('/js/device.js');
          const change = (number) => JSON.stringify([{ store: 'trial', id: `${number}`, expectedVersion: 0, length: 2000 }]);
          for (let number = 0; await device.storeCommit(change(number), new Uint8Array(2000)) === 'done'; number++) {
            await new Promise(done => setTimeout(done, 500));
          }
        }
        """;

    // Chromium otherwise tells every page the same, so that a page does not learn how large the disk is.
    private readonly BrowserProfile phone = new(fixture.Playwright, "--disable-features=StaticStorageQuota");

    private RunningSite Site { get; } = fixture.Site;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await phone.DisposeAsync();

    [Fact]
    public async Task What_is_typed_stays_and_is_kept_by_itself_once_there_is_room_and_what_is_sealed_arrives()
    {
        await using var site = await RunningSite.StartAsync();
        var worker = new FieldWorker(await phone.OpenAsync(), site.Address);
        await worker.OpenAsync();
        await worker.WaitUntilInstalledAsync();
        await worker.EnrolAsync(site.EnrolmentCode);
        await worker.Test("enrolled").WaitForAsync();
        await worker.OpenAsync("signalen");
        await worker.UnlockAsync();

        // One sealed and waiting, one being written.
        await phone.SetOfflineAsync(true);
        await worker.Test("new-signal").ClickAsync();
        await worker.WriteSignalAsync();
        await worker.Test("seal").ClickAsync();
        await Expect(worker.Test("waiting-count")).ToHaveAttributeAsync("data-count", "1");
        await worker.Test("nav.signals").ClickAsync();
        await worker.Test("new-signal").ClickAsync();
        foreach (var field in new[] { "s0_gevaar", "s0_thuis", "s0_optreden" })
        {
            await worker.ChooseAsync(field, "nee");
        }

        await worker.GoToFactsAsync();
        await Expect(worker.Test("saved")).ToHaveAttributeAsync("data-state", "kept");
        var draft = worker.Address;

        await FillAsync(worker.Page, site);
        await worker.WriteAsync("s2_wat", Typed);
        await Expect(worker.Test("saved")).ToHaveAttributeAsync("data-state", "full");
        await Expect(worker.Test("field-s2_wat")).ToHaveValueAsync(Typed);

        // Told before the next words.
        await worker.Page.EvaluateAsync("() => document.dispatchEvent(new Event('visibilitychange'))");
        await Expect(worker.Test("room")).ToHaveAttributeAsync("data-level", "None");

        await phone.SetOfflineAsync(false);
        await MakeRoomAsync(worker.Page, site);
        await Expect(worker.Test("saved")).ToHaveAttributeAsync("data-state", "kept");
        await Expect(worker.Test("waiting-count")).ToHaveAttributeAsync("data-count", "0", new() { Timeout = 90_000 });

        await worker.OpenAsync(draft[1..]);
        await worker.UnlockAsync();
        await Expect(worker.Test("field-s2_wat")).ToHaveValueAsync(Typed);
        await Expect(worker.Test("room")).ToHaveCountAsync(0);
        await worker.Test("nav.signals").ClickAsync();
        await Expect(worker.Page.Locator("section[aria-labelledby=sent]").GetByTestId("signal")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Sealing_on_a_full_disk_leaves_the_draft_whole_and_works_once_there_is_room()
    {
        await using var site = await RunningSite.StartAsync();
        var worker = new FieldWorker(await phone.OpenAsync(), site.Address);
        await worker.EnrolAsync(site.EnrolmentCode);
        await worker.Test("enrolled").WaitForAsync();
        await worker.Test("nav.signals").ClickAsync();
        await worker.Test("new-signal").ClickAsync();
        await worker.WriteSignalAsync();
        await FillAsync(worker.Page, site);
        await worker.Test("seal").ClickAsync();
        await Expect(worker.Test("seal-problem")).ToBeVisibleAsync();
        await Expect(worker.Test("waiting-count")).ToHaveAttributeAsync("data-count", "0");
        await Expect(worker.Page.Locator("main")).ToContainTextAsync(SignalText.Canary);

        await MakeRoomAsync(worker.Page, site);
        await worker.Test("seal").ClickAsync();
        await Expect(worker.Test("signal-state")).ToHaveAttributeAsync("data-state", "received");
    }

    [Fact]
    public async Task Little_room_is_told_before_anything_is_typed()
    {
        var worker = new FieldWorker(await phone.OpenAsync(), Site.Address);
        await worker.OpenAsync("signalen");
        await worker.Test("pin-new").FillAsync(FieldWorker.Pin);
        await worker.Test("pin-repeat").FillAsync(FieldWorker.Pin);
        await worker.Test("pin-submit").ClickAsync();
        await worker.Test("new-signal").WaitForAsync();
        await Expect(worker.Test("room")).ToHaveCountAsync(0);

        await LeaveAsync(worker.Page, Site, 8 * 1024 * 1024);
        await worker.Test("new-signal").ClickAsync();

        await Expect(worker.Test("room")).ToHaveAttributeAsync("data-level", "Little");
        await worker.Test("nav.signals").ClickAsync();
        await Expect(worker.Test("room")).ToHaveAttributeAsync("data-level", "Little");
    }

    private static async Task FillAsync(IPage page, RunningSite site)
    {
        await LeaveAsync(page, site, 0);
        // Chromium's database looks at the room that it has twice a minute.
        await page.EvaluateAsync(UntilFull).WaitAsync(TimeSpan.FromMinutes(2));
    }

    private static async Task LeaveAsync(IPage page, RunningSite site, long bytes)
    {
        var used = await page.EvaluateAsync<long>("async () => (await navigator.storage.estimate()).usage");
        await QuotaAsync(page, site, new() { ["quotaSize"] = used + bytes });
    }

    private static Task MakeRoomAsync(IPage page, RunningSite site) => QuotaAsync(page, site, []);

    private static async Task QuotaAsync(IPage page, RunningSite site, Dictionary<string, object> quota)
    {
        // Holds as long as the session that asked for it.
        var browser = await page.Context.NewCDPSessionAsync(page);
        quota["origin"] = site.Address.GetLeftPart(UriPartial.Authority);
        await browser.SendAsync("Storage.overrideQuotaForOrigin", quota);
    }
}

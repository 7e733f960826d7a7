using System.Text.Json;
using Microsoft.Playwright;

namespace FieldKit.EndToEnd.Tests;

/// <summary>A vault that an earlier release wrapped with less work is wrapped anew when it opens, and nothing in it is lost.</summary>
[Collection(SiteCollection.Name)]
public sealed class OlderVaultTests(SiteFixture fixture) : IAsyncLifetime
{
    private const string Oldest = "48cc1f2";
    private const int OldMemory = 19 * 1024;
    private const int NewMemory = 46 * 1024;

    private readonly BrowserProfile profile = SampleBrowser.Open(fixture.Playwright, fixture.Site);

    public Task InitializeAsync()
    {
        using var sample = new TemporaryFolder();
        SampleVault.Unpack(Oldest, SampleVault.Browser, sample.FullName);
        var database = SampleBrowser.DatabaseFolder(profile);
        Directory.CreateDirectory(Path.GetDirectoryName(database)!);
        Directory.Move(sample.File("indexeddb"), database);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await profile.DisposeAsync();

    [Fact]
    public async Task Opened_it_is_wrapped_as_is_usual_now_and_opens_again_with_everything_in_it()
    {
        var page = await OpenAsync();
        Assert.Equal(OldMemory, await MemoryAsync(page));

        var keys = new KeysThroughPage(page, TimeProvider.System);
        Assert.False(await keys.UnlockAsync("000000"));
        Assert.Equal(OldMemory, await MemoryAsync(page));
        Assert.True(await keys.UnlockAsync(FieldWorker.Pin));
        Assert.Equal(NewMemory, await MemoryAsync(page));

        await profile.CloseAsync();
        await AssertOpensAsync();
    }

    [Fact]
    public async Task Killed_while_it_opens_it_opens_still()
    {
        var page = await OpenAsync();
        var keys = new KeysThroughPage(page, TimeProvider.System);
        _ = keys.UnlockAsync(FieldWorker.Pin).AsTask().ContinueWith(ended => ended.Exception, TaskScheduler.Default);
        while ((await keys.TriesAsync()).Count == 0 && await MemoryAsync(page) == OldMemory)
        {
            await Task.Yield();
        }

        await profile.KillAsync();

        await AssertOpensAsync();
    }

    private async Task AssertOpensAsync()
    {
        var page = await OpenAsync();
        var keys = new KeysThroughPage(page, TimeProvider.System);
        Assert.True(await keys.UnlockAsync(FieldWorker.Pin));
        Assert.Equal(NewMemory, await MemoryAsync(page));
        var drafts = await page.EvaluateAsync<JsonElement>("async () => (await import('/js/device.js')).listOpened('vault', 'drafts')");
        Assert.Equal(JsonValueKind.Null, drafts.GetProperty("refusal").ValueKind);
        Assert.Single(JsonDocument.Parse(drafts.GetProperty("parts").GetString()!).RootElement.EnumerateArray());
    }

    private async Task<IPage> OpenAsync()
    {
        var page = await profile.OpenAsync();
        // A page of this origin without the app: nothing but the module touches the database.
        await page.GotoAsync(new Uri(SampleBrowser.Address, "health/live").ToString());
        return page;
    }

    private static Task<int> MemoryAsync(IPage page) => page.EvaluateAsync<int>("""
        async () => {
          const request = (asked) => new Promise((done) => (asked.onsuccess = () => done(asked.result)));
          const database = await request(indexedDB.open("fieldkit"));
          const vault = await request(database.transaction("keys").objectStore("keys").get("vault"));
          database.close();
          return vault.memoryKiB;
        }
        """);
}

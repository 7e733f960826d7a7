using FieldKit.Device.Vault;
using Microsoft.Playwright;

namespace FieldKit.EndToEnd.Tests;

/// <summary>The one suite about wrong PINs on real WebCrypto and IndexedDB, in a fresh profile for each test.</summary>
[Collection(SiteCollection.Name)]
public sealed class IndexedDbVaultKeysTests(SiteFixture fixture) : VaultKeysTests
{
    private readonly BrowserProfile profile = new(fixture.Playwright);
    private IPage? first;

    public override async Task DisposeAsync() => await profile.DisposeAsync();

    [Fact]
    public async Task A_tab_that_is_closed_while_it_tries_has_used_up_a_try()
    {
        var other = await OpenAsync();
        _ = Keys.UnlockAsync("000000").AsTask().ContinueWith(ended => ended.Exception, TaskScheduler.Default);
        while ((await other.TriesAsync()).Count == 0)
        {
            await Task.Yield();
        }

        await first!.CloseAsync();

        Assert.Equal(1, (await other.TriesAsync()).Count);
    }

    protected override async Task<IDeviceKeys> OpenAsync()
    {
        var page = first is null ? await profile.OpenAsync() : await profile.NewTabAsync();
        first ??= page;
        // A page of this origin without the app: only the module works on the keys.
        await page.GotoAsync(new Uri(fixture.Site.Address, "health/live").ToString());
        return new KeysThroughPage(page, Time);
    }
}

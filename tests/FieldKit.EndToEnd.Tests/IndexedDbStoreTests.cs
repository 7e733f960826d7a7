using FieldKit.Device.Store;
using Microsoft.Playwright;

namespace FieldKit.EndToEnd.Tests;

/// <summary>The one store suite on a real IndexedDB, in a fresh profile for each test.</summary>
[Collection(SiteCollection.Name)]
public sealed class IndexedDbStoreTests(SiteFixture fixture) : RecordStoreTests
{
    private readonly BrowserProfile profile = new(fixture.Playwright);

    public override async Task DisposeAsync() => await profile.DisposeAsync();

    protected override async Task<IRecordStore> OpenEmptyAsync() => await UseAsync(await profile.OpenAsync());

    protected override async Task<IRecordStore> OpenAgainAsync() => await UseAsync(await profile.NewTabAsync());

    private async Task<IRecordStore> UseAsync(IPage page)
    {
        // A page of this origin without the app: only the module works on the database.
        await page.GotoAsync(new Uri(fixture.Site.Address, "health/live").ToString());
        return new IndexedDbThroughPage(page);
    }
}

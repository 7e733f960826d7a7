using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>Tests of one person with a browser of their own, on the site that the tests share.</summary>
[Collection(SiteCollection.Name)]
public abstract class OneWorkerTests(SiteFixture fixture) : IAsyncLifetime
{
    private protected RunningSite Site { get; } = fixture.Site;

    private protected BrowserProfile Profile { get; } = new(fixture.Playwright);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await Profile.DisposeAsync();
}

using Microsoft.Playwright;

namespace FieldKit.EndToEnd.Tests;

/// <summary>One published site and one browser driver for all end-to-end tests.</summary>
public sealed class SiteFixture : IAsyncLifetime
{
    internal RunningSite Site { get; private set; } = null!;

    internal IPlaywright Playwright { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Playwright = await Microsoft.Playwright.Playwright.CreateAsync();
        Site = await RunningSite.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await Site.DisposeAsync();
        Playwright.Dispose();
    }
}

[CollectionDefinition(Name)]
public sealed class SiteCollection : ICollectionFixture<SiteFixture>
{
    public const string Name = "site";
}

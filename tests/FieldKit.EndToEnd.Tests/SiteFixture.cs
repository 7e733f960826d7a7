using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>One published site and one browser driver for all end-to-end tests.</summary>
public sealed class SiteFixture : IAsyncLifetime
{
    internal RunningSite Site { get; private set; } = null!;

    internal IPlaywright Playwright { get; private set; } = null!;

    /// <summary>A machine that does other work too is no failure: what comes late came.</summary>
    private const float Patience = 60_000;

    public async Task InitializeAsync()
    {
        SetDefaultExpectTimeout(Patience);
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

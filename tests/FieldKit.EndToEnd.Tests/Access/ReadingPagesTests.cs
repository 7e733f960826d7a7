using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace FieldKit.EndToEnd.Tests.Access;

/// <summary>axe-core finds nothing on the pages that need no enrolment, light and dark, at 320 pixels wide.</summary>
[Collection(SiteCollection.Name)]
public sealed class ReadingPagesTests(SiteFixture fixture) : IAsyncLifetime
{
    private readonly BrowserProfile profile = new(fixture.Playwright);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await profile.DisposeAsync();

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing(ColorScheme scheme)
    {
        var page = await profile.OpenAsync(width: 320, height: 640);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        var findings = new List<string>();
        foreach (var path in new[] { "", "route", "route/F01", "gesprek", "gesprek/G01", "bellen", "gevaar", "koppelen", "signalen", "zoeken", "oefenen", "oefenen/K01", "route/gemeente/utrecht", "bellen/T06", "desk/" })
        {
            await page.GotoAsync(new Uri(fixture.Site.Address, path).ToString());
            // Both the page before the runtime and a page that is still opening have their own heading: wait for the app's.
            await page.Locator("h1[tabindex]").First.WaitForAsync();
            var result = await page.RunAxe();
            findings.AddRange(result.Violations.Select(violation => $"/{path} ({scheme}): {violation.Id}: {Where(violation)}"));
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    private static string Where(AxeResultItem violation) => string.Join("; ", violation.Nodes.Select(node => node.Html));
}

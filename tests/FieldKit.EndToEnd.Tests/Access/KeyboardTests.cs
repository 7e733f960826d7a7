using Microsoft.Playwright;

namespace FieldKit.EndToEnd.Tests.Access;

/// <summary>Without a mouse or a finger one always sees where one is, and goes down the page.</summary>
[Collection(SiteCollection.Name)]
public sealed class KeyboardTests(SiteFixture fixture) : IAsyncLifetime
{
    private readonly BrowserProfile profile = new(fixture.Playwright);
    private readonly List<string> findings = [];

    private IPage Page { get; set; } = null!;

    private FieldWorker Worker { get; set; } = null!;

    public async Task InitializeAsync()
    {
        Page = await profile.OpenAsync();
        Worker = new(Page, fixture.Site.Address);
    }

    public async Task DisposeAsync() => await profile.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("bellen")]
    [InlineData("gesprek/G01")]
    [InlineData("instellingen")]
    [InlineData("oefenen/K01")]
    [InlineData("route/F03/kaart")]
    public async Task Every_stop_is_seen_and_they_go_down_the_page(string path)
    {
        await Worker.OpenAsync(path);
        await Page.Locator("h1[tabindex]").First.WaitForAsync();
        FocusStop? before = null;
        var stops = 0;
        while (stops++ < 150)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (await Measure.FocusAsync(Page) is not { } here)
            {
                break;
            }

            Judge(here);
            if (before is { InMain: true } && here.InMain && here.Bottom < before.Top)
            {
                findings.Add($"jumps up from {before.Name} to {here.Name}");
            }

            before = here;
        }

        Assert.InRange(stops, 8, 150);
        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    private void Judge(FocusStop here)
    {
        if (!here.Ring)
        {
            findings.Add($"no outline: {here.Name}");
        }

        if (!here.Seen)
        {
            findings.Add($"out of sight: {here.Name}");
        }
    }
}

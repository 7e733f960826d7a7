using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests.Access;

/// <summary>Without a mouse or a finger: from danger to a led talk and the settings, always seeing where one is.</summary>
[Collection(SiteCollection.Name)]
public sealed class KeyboardTests(SiteFixture fixture) : IAsyncLifetime
{
    private const int MostStops = 60;

    // F05: no danger, nothing that cannot wait, neighbours, a quarrel. It ends with a guide.
    private static readonly int[] AnswersOfTheRoute = [1, 3, 1, 0];

    private readonly BrowserProfile profile = new(fixture.Playwright);
    private readonly List<string> findings = [];

    private IPage Page { get; set; } = null!;

    private FieldWorker Worker { get; set; } = null!;

    public async Task InitializeAsync()
    {
        SetDefaultExpectTimeout(30_000);
        Page = await profile.OpenAsync();
        Worker = new(Page, fixture.Site.Address);
    }

    public async Task DisposeAsync() => await profile.DisposeAsync();

    [Fact]
    public async Task A_whole_story_is_done_with_the_keyboard()
    {
        await Worker.OpenAsync();

        // The first stop leads past the bar.
        await PressAsync("Tab");
        await Expect(Page.Locator(".utrecht-skip-link")).ToBeFocusedAsync();
        await PressAsync("Enter");
        await Page.Locator("#inhoud:focus-within").WaitForAsync();
        await ReachAsync(Worker.Test("to-search"), within: 1);

        // Is there danger: open, the number of 112 first, shut again.
        await ReachAsync(Page.Locator("#gevaar > summary"), within: 1);
        await PressAsync("Enter");
        await ReachAsync(Worker.Test("danger-112"), within: 1);
        await PressAsync("Shift+Tab");
        await PressAsync("Enter");
        await Expect(Worker.Test("danger-112")).ToBeHiddenAsync();

        // A route to its outcome; the focus goes along with each question.
        await ReachAsync(Page.Locator(".fk-nav a[href='/route']"));
        await PressAsync("Enter");
        await Expect(Page.Locator("h1")).ToBeFocusedAsync();
        await ReachAsync(Worker.Test("route-F05"));
        await PressAsync("Enter");
        await Worker.Test("step-title").WaitForAsync();
        foreach (var choice in AnswersOfTheRoute)
        {
            var before = await Worker.Test("step-title").InnerTextAsync();
            await ReachAsync(Worker.Test($"choice-{choice}"));
            await PressAsync("Enter");
            await Expect(Worker.Test("step-title")).Not.ToHaveTextAsync(before);
            await Expect(Worker.Test("step-title")).ToBeFocusedAsync();
        }

        // A guide from the outcome, and its talk.
        await ReachAsync(Page.Locator("[data-testid^=guide-]").First);
        await PressAsync("Enter");
        await Worker.Test("lead").WaitForAsync();
        await ReachAsync(Worker.Test("lead"));
        await PressAsync("Enter");
        await Page.Locator("[data-testid=lead-age-question], [data-testid=lead-title]").First.WaitForAsync();
        if (await Worker.Test("lead-age-question").IsVisibleAsync())
        {
            await ReachAsync(Page.Locator("[data-testid^=age-]").First);
            await PressAsync("Enter");
        }

        await Expect(Worker.Test("lead-progress")).ToHaveTextAsync(new Regex("^1 van"));
        await ReachAsync(Worker.Test("lead-next"));
        await PressAsync("Enter");
        await Expect(Worker.Test("lead-title")).ToBeFocusedAsync();
        await PressAsync("ArrowRight");
        await Expect(Worker.Test("lead-progress")).ToHaveTextAsync(new Regex("^3 van"));
        await PressAsync("Escape");
        await Expect(Worker.Test("lead")).ToHaveTextAsync("Verder met het gesprek");

        // The settings: arrow keys choose among tiles.
        await ReachAsync(Worker.Test("to-settings"), backwards: true);
        await PressAsync("Enter");
        await Worker.Test("setting-theme-System").WaitForAsync();
        await ReachAsync(Worker.Test("setting-theme-System"));
        await PressAsync("ArrowRight");
        await PressAsync("ArrowRight");
        await Expect(Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

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

    private async Task PressAsync(string key)
    {
        await Page.Keyboard.PressAsync(key);
        if (key.EndsWith("Tab", StringComparison.Ordinal) && await Measure.FocusAsync(Page) is { } here)
        {
            Judge(here);
        }
    }

    private async Task ReachAsync(ILocator wanted, int within = MostStops, bool backwards = false)
    {
        for (var stop = 0; stop < within; stop++)
        {
            await PressAsync(backwards ? "Shift+Tab" : "Tab");
            if (await wanted.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail($"{wanted} is not reached within {within} stops; the focus is on {(await Measure.FocusAsync(Page))?.Name}.");
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

using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests.Access;

/// <summary>On a screen of 320 pixels: axe-core in each theme, letters twice as large, targets for a thumb.</summary>
[Collection(SiteCollection.Name)]
public sealed class AccessibilityTests(SiteFixture fixture) : IAsyncLifetime
{
    private static readonly string[] Themes = ["light", "dark", "contrast"];

    private readonly BrowserProfile profile = new(fixture.Playwright);
    private readonly List<string> findings = [];

    private RunningSite Site { get; set; } = null!;

    public async Task InitializeAsync()
    {
        SetDefaultExpectTimeout(30_000);
        Site = await RunningSite.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await Site.DisposeAsync();
        await profile.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_is_found_before_a_device_is_linked()
    {
        var page = await profile.OpenAsync(width: 320, height: 640);
        var worker = new FieldWorker(page, Site.Address);
        await worker.OpenAsync();
        await worker.Test("first-run").WaitForAsync();
        await JudgeAsync(page, "the first question");
        await worker.Test("first-nl").ClickAsync();
        await worker.Test("first-utrecht").WaitForAsync();
        await JudgeAsync(page, "the second question");
        await worker.Test("first-utrecht").ClickAsync();
        await page.Locator("[data-question=Role]").WaitForAsync();
        await JudgeAsync(page, "the third question");
        foreach (var address in new[] { "bellen", "bellen/eigen/nieuw", "ontgrendelen", "signalen", "instellingen", "koppelen" })
        {
            await worker.OpenAsync(address);
            await page.Locator("h1[tabindex]").First.WaitForAsync();
            await JudgeAsync(page, address);
        }

        await worker.Test("enrol-code").FillAsync("AAAA-AAAA-AAAA-AAAA-AAAA");
        await worker.Test("enrol-submit").ClickAsync();
        await worker.Page.Locator("[data-testid=enrol-problem], [data-testid=pin-new]").First.WaitForAsync();
        await JudgeAsync(page, "a wrong code");
        await worker.EnterCodeAsync(Site.EnrolmentCode);
        await worker.Test("pin-new").WaitForAsync();
        await JudgeAsync(page, "a new PIN");
        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    [Fact]
    public async Task Axe_finds_nothing_where_staff_sign_in()
    {
        var page = await profile.OpenAsync(width: 320, height: 640);
        await page.GotoAsync(new Uri(Site.Address, "desk/").ToString());
        await page.Locator("h1[tabindex]").First.WaitForAsync();
        foreach (var theme in Themes)
        {
            await Measure.SetThemeAsync(page, theme);
            Assert.Empty(await Measure.AxeAsync(page));
        }
    }

    private async Task JudgeAsync(IPage page, string place)
    {
        foreach (var theme in Themes)
        {
            await Measure.SetThemeAsync(page, theme);
            Note($"{place}, {theme}", await Measure.AxeAsync(page));
        }

        Note(place, await Measure.OutsideAsync(page));
        Note(place, await Measure.OverlappingAsync(page));
        Note(place, await Measure.SmallAsync(page));
        await Measure.SetTextAsync(page, 200);
        Note($"{place}, letters twice as large", await Measure.AxeAsync(page));
        Note($"{place}, letters twice as large", await Measure.OutsideAsync(page));
        Note($"{place}, letters twice as large", await Measure.OverlappingAsync(page));
        await Measure.SetTextAsync(page, 100);
    }

    private void Note(string place, IEnumerable<string> found) => findings.AddRange(found.Select(one => $"{place}: {one}"));
}

using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>The settings on a telephone: what is chosen holds at once, after a restart and from the first drawing on.</summary>
public sealed class SettingsTests(SiteFixture fixture) : OneWorkerTests(fixture)
{
    [Fact]
    public async Task A_choice_holds_at_once_and_before_anything_is_drawn_the_next_time()
    {
        var page = await Profile.OpenAsync();
        var worker = new FieldWorker(page, Site.Address);
        await worker.OpenAsync();
        await worker.Test("to-settings").ClickAsync();
        await worker.Test("setting-theme-Contrast").CheckAsync();
        await worker.Test("setting-text-150").CheckAsync();
        await worker.Test("setting-city-arnhem").CheckAsync();
        await worker.Test("setting-role-boa").CheckAsync();
        await worker.Test("setting-language-en").CheckAsync();

        var html = page.Locator("html");
        await Expect(html).ToHaveAttributeAsync("data-theme", "contrast");
        await Expect(html).ToHaveAttributeAsync("data-text", "150");
        await Expect(html).ToHaveAttributeAsync("data-municipality", "arnhem");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Settings");
        await Expect(page.Locator("h1")).ToHaveCSSAsync("color", "rgb(0, 0, 0)");
        await Expect(html).ToHaveCSSAsync("font-size", "24px");

        await page.AddInitScriptAsync("""
            document.addEventListener('readystatechange', () =>
              globalThis.dressed ??= ['data-theme', 'data-text', 'data-municipality', 'lang'].map(name => document.documentElement.getAttribute(name)).join(' '))
            """);
        await worker.OpenAsync();
        Assert.Equal("contrast 150 arnhem en", await page.EvaluateAsync<string>("() => globalThis.dressed"));
        await Expect(worker.Test("start-own").First).ToHaveAttributeAsync("href", "/route/F06");

        await worker.OpenAsync("instellingen");
        foreach (var chosen in new[] { "theme-Contrast", "text-150", "city-arnhem", "role-boa", "language-en" })
        {
            await Expect(worker.Test($"setting-{chosen}")).ToBeCheckedAsync();
        }
    }

    [Fact]
    public async Task What_enrolment_says_is_filled_in_and_a_choice_goes_before_it()
    {
        await using var site = await RunningSite.StartAsync();
        var worker = new FieldWorker(await Profile.OpenAsync(), site.Address);
        await worker.OpenAsync("instellingen");
        await worker.Test("not-linked").WaitForAsync();
        await worker.Test("setting-city-nijmegen").CheckAsync();
        await worker.EnrolAsync(site.EnrolmentCode);
        await worker.Test("enrolled").WaitForAsync();

        await worker.OpenAsync("instellingen");

        await Expect(worker.Test("linked")).ToContainTextAsync("Utrecht");
        await Expect(worker.Test("setting-role-jongerenwerk")).ToBeCheckedAsync();
        await Expect(worker.Test("setting-city-nijmegen")).ToBeCheckedAsync();
        await worker.OpenAsync("route");
        await Expect(worker.Page.Locator("h2").First).ToContainTextAsync("Nijmegen");
    }

    [Fact]
    public async Task Storage_is_asked_for_with_one_tap_and_the_answer_is_said_plainly()
    {
        var page = await Profile.OpenAsync();
        var worker = new FieldWorker(page, Site.Address);
        await worker.OpenAsync("instellingen");
        await Expect(worker.Test("storage-promise")).ToHaveAttributeAsync("data-promise", "Loose");
        await worker.Test("storage-ask").ClickAsync();
        await Expect(worker.Test("storage-refused")).ToBeVisibleAsync();

        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("Browser.grantPermissions", new() { ["permissions"] = new[] { "durableStorage" } });
        await worker.Test("storage-ask").ClickAsync();

        await Expect(worker.Test("storage-promise")).ToHaveAttributeAsync("data-promise", "Kept");
        await Expect(worker.Test("storage-ask")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Newer_content_is_looked_for_on_a_tap()
    {
        var worker = new FieldWorker(await Profile.OpenAsync(), Site.Address);
        await worker.OpenAsync("instellingen");
        await worker.Test("content-age").WaitForAsync();
        await worker.Test("content-look").ClickAsync();
        await Expect(worker.Test("content-answer")).ToHaveTextAsync("Je hebt de nieuwste inhoud.");

        await Profile.SetOfflineAsync(true);
        await worker.Test("content-look").ClickAsync();
        await Expect(worker.Test("content-answer")).ToContainTextAsync("geen verbinding");
    }

    [Theory]
    [InlineData("light", "150")]
    [InlineData("dark", "150")]
    [InlineData("contrast", "150")]
    public async Task Axe_finds_nothing_and_nothing_sticks_out_in_any_theme(string theme, string size)
    {
        var page = await Profile.OpenAsync(width: 320, height: 640);
        await page.AddInitScriptAsync(
            $"localStorage.setItem('fieldkit.theme', '{theme}'); localStorage.setItem('fieldkit.text-size', '{size}'); localStorage.setItem('fieldkit.city', 'nijmegen')");
        var findings = new List<string>();
        foreach (var path in new[] { "", "instellingen", "privacy", "toegankelijkheid", "gesprek/G01", "route/F01", "bellen/T06" })
        {
            await page.GotoAsync(new Uri(Site.Address, path).ToString());
            await page.Locator("h1[tabindex]").First.WaitForAsync();
            var result = await page.RunAxe();
            findings.AddRange(result.Violations.Select(violation => $"/{path}: {violation.Id}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}"));
            var width = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
            if (width > 320)
            {
                findings.Add($"/{path}: {width} pixels wide");
            }
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }
}

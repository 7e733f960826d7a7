using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>The teacher at 8:05, the day after an attack: leads a talk from a tablet or phone without a connection.</summary>
public sealed class LeadingTests(SiteFixture fixture) : OneWorkerTests(fixture)
{
    [Fact]
    public async Task A_talk_led_offline_is_still_there_after_a_reload_and_a_closed_browser()
    {
        await InstallAsync();
        var teacher = await OpenOfflineAsync();
        await teacher.Page.Locator("a[href='/gesprek']").First.ClickAsync();
        await teacher.Test("guide-G01").ClickAsync();
        await teacher.Test("lead").ClickAsync();
        await teacher.Test("age-po-boven").ClickAsync();

        // To the third step, with the button and with an arrow key; the focus goes along.
        await Expect(teacher.Test("lead-progress")).ToHaveTextAsync("1 van 15");
        await Expect(teacher.Page.Locator(".fk-nav")).ToBeHiddenAsync();
        await Expect(teacher.Test("call-112")).ToBeInViewportAsync();
        await teacher.Test("lead-next").ClickAsync();
        await Expect(teacher.Test("lead-progress")).ToHaveTextAsync("2 van 15");
        await Expect(teacher.Test("lead-title")).ToBeFocusedAsync();
        await teacher.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(teacher.Test("lead-progress")).ToHaveTextAsync("3 van 15");
        await teacher.Test("lead-pause").ClickAsync();
        var title = await teacher.Test("lead-title").InnerTextAsync();
        var clock = await teacher.Test("lead-clock").InnerTextAsync();
        Assert.Matches(@"^\d+ van 15 minuten · staat stil$", clock);

        await teacher.Page.ReloadAsync();
        await ExpectThirdStepAsync(teacher, title, clock);

        await Profile.CloseAsync();
        teacher = await OpenOfflineAsync();
        await teacher.Test("start-lead-on").ClickAsync();
        await ExpectThirdStepAsync(teacher, title, clock);

        // Back is one slide back; out is one tap.
        await teacher.Test("lead-back").ClickAsync();
        await Expect(teacher.Test("lead-progress")).ToHaveTextAsync("2 van 15");
        await teacher.Page.GoBackAsync();
        await Expect(teacher.Test("lead-title")).ToHaveTextAsync(title);
        await teacher.Test("back").ClickAsync();
        await Expect(teacher.Test("lead")).ToHaveTextAsync("Verder met het gesprek");
        Assert.DoesNotContain(Profile.ConsoleErrors, error => !error.Contains("ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_finished_talk_is_not_offered_again()
    {
        var teacher = new FieldWorker(await Profile.OpenAsync(), Site.Address);
        await teacher.OpenAsync("gesprek/G05/leiden");
        await teacher.Test("lead-title").WaitForAsync();
        while (!await teacher.Test("lead-done").IsVisibleAsync())
        {
            var before = await teacher.Test("lead-progress").InnerTextAsync();
            await teacher.Test("lead-next").ClickAsync();
            await Expect(teacher.Test("lead-progress")).Not.ToHaveTextAsync(before);
        }

        await teacher.Test("lead-done").ClickAsync();

        await Expect(teacher.Test("lead")).ToHaveTextAsync("Gesprek leiden");
        await teacher.OpenAsync();
        await Expect(teacher.Test("start-lead-on")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_favourite_stands_first_and_a_guide_is_shared_as_text()
    {
        var page = await Profile.OpenAsync();
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var teacher = new FieldWorker(page, Site.Address);
        await teacher.OpenAsync("gesprek/G05");

        await teacher.Test("share").ClickAsync();
        await Expect(teacher.Test("share-outcome")).ToHaveTextAsync("Gekopieerd. Plak de tekst in een bericht.");
        Assert.Contains("Uit FieldKit, bijgewerkt", await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"), StringComparison.Ordinal);

        await teacher.Test("favourite").ClickAsync();
        await Expect(teacher.Test("favourite")).ToHaveAttributeAsync("aria-pressed", "true");
        await teacher.OpenAsync("gesprek");
        await Expect(page.Locator("[data-testid^=guide-]").First).ToHaveAttributeAsync("data-testid", "guide-G05");
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing_while_leading(ColorScheme scheme)
    {
        var teacher = new FieldWorker(await Profile.OpenAsync(width: 320, height: 640), Site.Address);
        await teacher.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await teacher.OpenAsync("gesprek/G01/leiden");
        await teacher.Test("lead-age-question").WaitForAsync();
        var findings = new List<string>(await FindingsAsync(teacher, "age"));
        await teacher.Test("age-po-boven").ClickAsync();
        foreach (var slide in new[] { "voor-de-bel", "openingsvragen.1", "liever-niet", "stoppen" })
        {
            await teacher.OpenAsync($"gesprek/G01/leiden/{slide}");
            await teacher.Test("lead-title").WaitForAsync();
            findings.AddRange(await FindingsAsync(teacher, slide));
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    private static async Task ExpectThirdStepAsync(FieldWorker teacher, string title, string clock)
    {
        await Expect(teacher.Test("lead-title")).ToHaveTextAsync(title);
        await Expect(teacher.Test("lead-progress")).ToHaveTextAsync("3 van 15");
        await Expect(teacher.Test("lead-clock")).ToHaveTextAsync(clock);
    }

    private static async Task<IEnumerable<string>> FindingsAsync(FieldWorker teacher, string place) =>
        (await teacher.Page.RunAxe()).Violations.Select(violation => $"{place}: {violation.Id}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}");

    private async Task InstallAsync()
    {
        var teacher = new FieldWorker(await Profile.OpenAsync(), Site.Address);
        await teacher.OpenAsync();
        await teacher.WaitUntilInstalledAsync();
        await teacher.OpenAsync("gesprek");
        await teacher.Test("guide-G01").WaitForAsync();
        await Profile.CloseAsync();
    }

    private async Task<FieldWorker> OpenOfflineAsync()
    {
        var teacher = new FieldWorker(await Profile.OpenAsync(offline: true), Site.Address);
        await teacher.OpenAsync();
        return teacher;
    }
}

using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests.Stories;

/// <summary>8:05, the day after an attack, without a connection: on a phone in the corridor, on a tablet across the room.</summary>
public sealed class TeacherTests(SiteFixture fixture) : OneWorkerTests(fixture)
{
    private const string FiveMinutesPastEight = "2026-11-24T07:05:00Z";

    // Notes each time that the page asks for the screen to stay on, and lets the browser answer.
    private const string WatchWakeLock = """
        globalThis.keptAwake = [];
        if (navigator.wakeLock) {
          const ask = navigator.wakeLock.request.bind(navigator.wakeLock);
          navigator.wakeLock.request = kind => { globalThis.keptAwake.push(kind); return ask(kind); };
        }
        """;

    [Theory]
    [InlineData(360, 740, "G02", 34)]
    [InlineData(768, 1024, "G01", 48)]
    public async Task From_two_taps_to_the_class_and_nothing_is_forgotten(int width, int height, string guide, int largeType)
    {
        await InstallAsync();
        var teacher = await OpenColdAsync(width, height);

        // Two taps: the guide on the start screen of a teacher, and leading it.
        await teacher.Page.Locator($"[data-testid=start-own][href$='{guide}']").ClickAsync();
        await Expect(teacher.Page.Locator(".fk-guide").First).ToContainTextAsync("Wat weten we zeker");
        await teacher.Test("lead").ClickAsync();
        await teacher.Page.Locator("[data-testid=lead-age-question], [data-testid=lead-title]").First.WaitForAsync();
        if (await teacher.Test("lead-age-question").IsVisibleAsync())
        {
            await teacher.Page.Locator("[data-testid^=age-]").Last.ClickAsync();
        }

        await Expect(teacher.Test("lead-progress")).ToContainTextAsync("1 van ");
        await ExpectAwakeAsync(teacher);
        await ExpectQuietTimerAsync(teacher);
        await GoToOpeningQuestionAsync(teacher);
        await ExpectLargeAsync(teacher, largeType);
        await BeEndedAsync(teacher, width, height);
        Assert.All(Profile.ConsoleErrors, text => Assert.Contains("ERR_INTERNET_DISCONNECTED", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_word_finds_both_guides_without_a_connection()
    {
        await InstallAsync();
        var teacher = await OpenColdAsync(360, 740);
        await teacher.Test("to-search").ClickAsync();
        await teacher.Test("search").FillAsync("aanslag");

        var found = teacher.Test("search-found").Locator("a");
        await Expect(found.Nth(0)).ToHaveAttributeAsync("href", new Regex("^/gesprek/G0[12]$"));
        await Expect(found.Nth(1)).ToHaveAttributeAsync("href", new Regex("^/gesprek/G0[12]$"));
        await Expect(found.Nth(0)).ToBeInViewportAsync();
        await found.Nth(0).ClickAsync();
        await teacher.Test("part-title").WaitForAsync();
    }

    private static async Task GoToOpeningQuestionAsync(FieldWorker teacher)
    {
        while (await teacher.Page.Locator(".fk-lead__question").CountAsync() == 0)
        {
            var before = await teacher.Test("lead-progress").InnerTextAsync();
            await teacher.Test("lead-next").ClickAsync();
            await Expect(teacher.Test("lead-progress")).Not.ToHaveTextAsync(before);
        }
    }

    /// <summary>One step on the screen, whole, in letters that are read from a desk away, and the way on under the thumb.</summary>
    private static async Task ExpectLargeAsync(FieldWorker teacher, int pixels)
    {
        var size = await teacher.Test("lead-title").EvaluateAsync<double>("title => parseFloat(getComputedStyle(title).fontSize)");
        Assert.True(size >= pixels, $"the opening question is {size} px");
        await Expect(teacher.Test("lead-title")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(teacher.Test("lead-next")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(teacher.Page.Locator(".fk-nav")).ToBeHiddenAsync();
        Assert.True(await teacher.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
    }

    /// <summary>Four minutes pass, the clock is stopped, the page is loaded again.</summary>
    private static async Task ExpectQuietTimerAsync(FieldWorker teacher)
    {
        await Expect(teacher.Test("lead-clock")).ToHaveTextAsync("0 van 20 minuten");
        await teacher.Page.Clock.SetFixedTimeAsync("2026-11-24T07:09:10Z");
        await teacher.Test("lead-pause").ClickAsync();
        await Expect(teacher.Test("lead-clock")).ToHaveTextAsync("4 van 20 minuten · staat stil");

        // Quiet: nothing that a screen reader would call out, and nothing that could sound.
        Assert.Equal(0, await teacher.Page.Locator(".fk-lead__clock :is([role=status], [role=alert], [aria-live]), audio").CountAsync());
        await teacher.Page.ReloadAsync();
        await Expect(teacher.Test("lead-clock")).ToHaveTextAsync("4 van 20 minuten · staat stil");
    }

    private static async Task ExpectAwakeAsync(FieldWorker teacher)
    {
        Assert.Equal(["screen"], await teacher.Page.EvaluateAsync<string[]>("() => globalThis.keptAwake"));
        await Expect(teacher.Test("lead-sleeps")).ToHaveCountAsync(0);
    }

    /// <summary>In the middle of the talk the device ends the browser. The start screen leads back to the very question.</summary>
    private async Task BeEndedAsync(FieldWorker teacher, int width, int height)
    {
        var (title, progress) = (await teacher.Test("lead-title").InnerTextAsync(), await teacher.Test("lead-progress").InnerTextAsync());
        await Profile.CloseAsync();

        teacher = await OpenColdAsync(width, height);
        await teacher.Test("start-lead-on").ClickAsync();
        await Expect(teacher.Test("lead-title")).ToHaveTextAsync(title);
        await Expect(teacher.Test("lead-progress")).ToHaveTextAsync(progress);
        await ExpectAwakeAsync(teacher);
    }

    private async Task InstallAsync()
    {
        var teacher = new FieldWorker(await Profile.OpenAsync(), Site.Address);
        await teacher.SettleInAsync("utrecht", "onderwijs");
        await Profile.CloseAsync();
    }

    private async Task<FieldWorker> OpenColdAsync(int width, int height)
    {
        var page = await Profile.OpenAsync(offline: true, width: width, height: height);
        await page.AddInitScriptAsync(WatchWakeLock);
        await page.Clock.SetFixedTimeAsync(FiveMinutesPastEight);
        var teacher = new FieldWorker(page, Site.Address);
        await teacher.OpenAsync();
        return teacher;
    }
}

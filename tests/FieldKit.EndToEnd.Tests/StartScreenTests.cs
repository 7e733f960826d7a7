using System.Text.Json;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>The very first opening, the start screen of a role, and the page that stands there before the app.</summary>
public sealed class StartScreenTests(SiteFixture fixture) : OneWorkerTests(fixture)
{
    // What one sees of the start screen and where: taken when the page is read, before the app begins, and again of the app.
    private const string Look = """
        (() => [...document.querySelectorAll('.fk-top > *, .fk-main h1, .fk-search, .fk-danger > summary, .fk-first-run, a.fk-card, .fk-nav > *')]
          .filter(element => element.checkVisibility())
          .map(element => {
            const { top, left, width, height } = element.getBoundingClientRect();
            return [element.innerText.trim(), element.getAttribute('href'), element.getAttribute('aria-label'), top, left, width, height].join(' | ');
          }))()
        """;

    [Fact]
    public async Task Three_taps_make_the_start_screen_fit_and_hold_nothing_up()
    {
        var worker = new FieldWorker(await Profile.OpenAsync(), Site.Address);
        await worker.OpenAsync();
        await Expect(worker.Test("first-run")).ToHaveAttributeAsync("data-question", "Language");

        // Danger is one tap away all the time.
        await worker.Test("start-danger").Locator("summary").ClickAsync();
        await Expect(worker.Test("danger-112")).ToBeVisibleAsync();
        await worker.Test("start-danger").Locator("summary").ClickAsync();

        await AxeFindsNothingAsync(worker);
        await worker.Test("first-nl").ClickAsync();
        await worker.Test("first-utrecht").WaitForAsync();
        await AxeFindsNothingAsync(worker);
        await worker.Test("first-utrecht").ClickAsync();
        await Expect(worker.Page.Locator("html")).ToHaveAttributeAsync("data-municipality", "utrecht");
        await AxeFindsNothingAsync(worker);
        await worker.Test("first-onderwijs").ClickAsync();

        await Expect(worker.Test("first-done")).ToBeVisibleAsync();
        await Expect(worker.Test("start-own")).ToHaveCountAsync(3);
        await Expect(worker.Test("start-own").First).ToHaveAttributeAsync("href", "/route/F02");

        await worker.OpenAsync();
        await Expect(worker.Test("start-own")).ToHaveCountAsync(3);
        await Expect(worker.Test("first-run")).ToHaveCountAsync(0);
        await Expect(worker.Test("first-done")).ToHaveCountAsync(0);
        await worker.Test("start-own").Nth(1).ClickAsync();
        await Expect(worker.Page).ToHaveURLAsync(new Uri(Site.Address, "gesprek/G02").ToString());
    }

    [Fact]
    public async Task A_link_to_a_page_opens_that_page_on_a_device_that_never_saw_the_app()
    {
        var worker = new FieldWorker(await Profile.OpenAsync(), Site.Address);
        await worker.OpenAsync("gesprek/G01");

        await worker.Test("part-title").WaitForAsync();
        await Expect(worker.Test("first-run")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Later_is_one_tap_and_for_good()
    {
        var worker = new FieldWorker(await Profile.OpenAsync(), Site.Address);
        await worker.OpenAsync();
        await worker.Test("first-later").ClickAsync();
        await Expect(worker.Test("first-run")).ToHaveCountAsync(0);

        await worker.OpenAsync();

        await worker.Test("start-worry").WaitForAsync();
        await Expect(worker.Test("first-run")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_app_takes_over_from_the_static_page_without_a_jump()
    {
        var page = await Profile.OpenAsync();
        await page.AddInitScriptAsync($"document.addEventListener('DOMContentLoaded', () => globalThis.shell = {Look})");
        var worker = new FieldWorker(page, Site.Address);

        // As on the first day, in Dutch.
        await CompareAsync(worker);

        // As on a later day, in English: an own role and city, and a guide that was left halfway.
        await worker.Test("first-en").ClickAsync();
        await worker.Test("first-arnhem").ClickAsync();
        await worker.Test("first-jongerenwerk").ClickAsync();
        await Expect(worker.Test("start-own")).ToHaveCountAsync(3);
        await worker.OpenAsync("gesprek/G15");
        await worker.Test("part-title").WaitForAsync();
        await CompareAsync(worker);
        await Expect(worker.Test("start-read-on")).ToBeVisibleAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
    }

    [Fact]
    public async Task Where_the_app_cannot_start_the_page_says_so_and_the_numbers_and_the_language_work()
    {
        var page = await Profile.OpenAsync();
        await page.RouteAsync("**/blazor.webassembly.js", route => route.AbortAsync());
        await page.GotoAsync(Site.Address.ToString());

        await Expect(page.Locator("#not-started")).ToBeVisibleAsync();
        await page.Locator("#gevaar > summary").ClickAsync();
        await Expect(page.Locator("a[href='tel:08002000']")).ToBeVisibleAsync();
        await page.Locator("#first [lang=en]").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("What do you need?");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        var result = await page.RunAxe();
        Assert.Empty(result.Violations.Select(violation => $"{violation.Id}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}"));
    }

    [Fact]
    public async Task Answered_before_the_app_stands_the_keyboard_goes_on_at_the_next_question()
    {
        var page = await Profile.OpenAsync();
        var answered = new TaskCompletionSource();
        await page.RouteAsync("**/dotnet.native.*.wasm", async route =>
        {
            await answered.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(Site.Address.ToString(), new() { WaitUntil = WaitUntilState.DOMContentLoaded });

        await page.Locator("#first [lang=nl]").PressAsync("Enter");
        await Expect(page.Locator("#first")).ToBeFocusedAsync();
        answered.SetResult();

        await Expect(page.GetByTestId("first-run")).ToHaveAttributeAsync("data-question", "City");
        await Expect(page.Locator("#first-question")).ToBeFocusedAsync();
    }

    private static async Task CompareAsync(FieldWorker worker)
    {
        await worker.OpenAsync();
        await worker.Test("waiting-count").WaitForAsync();
        var shell = await worker.Page.EvaluateAsync<JsonElement>("() => globalThis.shell");
        var app = await worker.Page.EvaluateAsync<JsonElement>($"() => {Look}");
        Assert.NotEqual(0, shell.GetArrayLength());
        Assert.Equal(Lines(shell), Lines(app));
    }

    private static string Lines(JsonElement list) => string.Join('\n', list.EnumerateArray().Select(line => line.GetString()));

    private static async Task AxeFindsNothingAsync(FieldWorker worker)
    {
        var result = await worker.Page.RunAxe();
        Assert.Empty(result.Violations.Select(violation => $"{violation.Id}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}"));
    }
}

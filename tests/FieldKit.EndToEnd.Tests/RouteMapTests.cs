using System.Text;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>The whole picture of a route, the path through it, and what one takes along at its end; on a telephone.</summary>
public sealed class RouteMapTests(SiteFixture fixture) : OneWorkerTests(fixture)
{
    // Samples every line at each of its points; one that passes through a box which it does not join is named.
    private const string Collisions = """
        () => {
          const boxes = [...document.querySelectorAll('[data-box]')].map(box => ({ id: box.dataset.box, x: box.offsetLeft, y: box.offsetTop, r: box.offsetLeft + box.offsetWidth, b: box.offsetTop + box.offsetHeight }));
          const found = [];
          boxes.forEach((one, at) => boxes.slice(at + 1).forEach(other => {
            if (one.x < other.r && other.x < one.r && one.y < other.b && other.y < one.b) found.push(`${one.id} over ${other.id}`);
          }));
          for (const line of document.querySelectorAll('[data-line]')) {
            const path = line.firstElementChild, length = path.getTotalLength();
            for (let at = 0; at <= length; at += 4) {
              const { x, y } = path.getPointAtLength(at);
              const hit = boxes.find(box => box.id !== line.dataset.from && box.id !== line.dataset.to && x > box.x + 2 && x < box.r - 2 && y > box.y + 2 && y < box.b - 2);
              if (hit) { found.push(`${line.dataset.from}-${line.dataset.to} through ${hit.id}`); break; }
            }
          }
          return found;
        }
        """;

    [Fact]
    public async Task Offline_and_by_keyboard_alone_the_picture_shows_the_path_and_opens_a_step()
    {
        var worker = await OpenOfflineAsync("route");
        await worker.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await worker.Test("route-F03").ClickAsync();
        await AnswerAsync(worker, "Nee");
        await AnswerAsync(worker, "Meer dan één ding");
        var here = await worker.Test("step-title").InnerTextAsync();
        await worker.Test("whole-map").PressAsync("Enter");

        var map = worker.Test("map");
        await Expect(map).ToHaveAttributeAsync("data-laid", "true");
        await Expect(map.Locator(".fk-map__line--taken")).ToHaveCountAsync(2);
        await Expect(map.Locator("[data-mark=Here]")).ToContainTextAsync(here);
        await Expect(map.Locator("[data-mark=Walked]")).ToHaveCountAsync(2);
        await Expect(map.Locator(".fk-map__label--taken").Last).ToContainTextAsync("✓ Meer dan één ding");

        // The heading has the focus; the picture is one stop in the tab order.
        while (await worker.Page.EvaluateAsync<string>("() => document.activeElement.id") != "kaart")
        {
            await worker.Page.Keyboard.PressAsync("Tab");
        }

        await Expect(worker.Test("map-said")).ToContainTextAsync($"Vraag. {here} Hier ben je nu.");
        await worker.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(map).Not.ToHaveAttributeAsync("data-at", "druk");
        for (var step = 0; step < 5; step++)
        {
            await worker.Page.Keyboard.PressAsync("ArrowRight");
        }

        await ExpectInSightAsync(worker);
        var there = await map.Locator(".fk-map__box--current .fk-map__title").InnerTextAsync();
        await worker.Page.Keyboard.PressAsync("Enter");
        await Expect(worker.Test("step-title")).ToHaveTextAsync(there);

        // Back is the picture again, and the step before it still knows its path.
        await worker.Page.GoBackAsync();
        await Expect(map).ToHaveAttributeAsync("data-laid", "true");
        await worker.Page.GoBackAsync();
        await Expect(worker.Test("step-title")).ToHaveTextAsync(here);
        await Expect(worker.Test("path").GetByRole(AriaRole.Link)).ToHaveCountAsync(2);
        Assert.DoesNotContain(Profile.ConsoleErrors, error => !error.Contains("ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_picture_moves_and_zooms_by_hand_and_a_drag_opens_nothing()
    {
        var worker = await OpenAsync("route/F03/kaart");
        var map = worker.Test("map");
        await Expect(map).ToHaveAttributeAsync("data-laid", "true");
        var before = await ViewAsync(worker);
        var box = (await map.BoundingBoxAsync())!;
        await worker.Page.Mouse.MoveAsync(box.X + 180, box.Y + 160);
        await worker.Page.Mouse.DownAsync();
        await worker.Page.Mouse.MoveAsync(box.X + 120, box.Y + 40, new() { Steps = 4 });
        await worker.Page.Mouse.UpAsync();
        var dragged = await ViewAsync(worker);
        Assert.NotEqual(before, dragged);
        Assert.EndsWith("/kaart", worker.Address, StringComparison.Ordinal);

        await worker.Test("map-larger").ClickAsync();
        Assert.True((await ScaleAsync(worker)) > 1);
        await worker.Page.Mouse.MoveAsync(box.X + 180, box.Y + 160);
        var large = await ViewAsync(worker);
        await worker.Page.Mouse.WheelAsync(0, 2000);
        await Expect(worker.Page.Locator(".fk-map__sheet")).Not.ToHaveAttributeAsync("style", new Regex(Regex.Escape(large)));
        Assert.True((await ScaleAsync(worker)) < 0.85);
        await worker.Test("map-fit").ClickAsync();

        // All of it in sight once it has glided there, from there a tap comes closer, and the next opens a step.
        await worker.Page.EvaluateAsync("() => Promise.all(document.querySelector('.fk-map__sheet').getAnimations().map(glide => glide.finished))");
        Assert.True(await worker.Page.EvaluateAsync<bool>("() => { const view = document.querySelector('.fk-map').getBoundingClientRect(); return [...document.querySelectorAll('[data-box]')].every(box => { const at = box.getBoundingClientRect(); return at.left > view.left - 60 && at.right < view.right + 60; }); }"));
        await worker.Test("map-larger").ClickAsync();
        await map.Locator("[data-box=feit]").ClickAsync();
        await Expect(worker.Page.Locator(".fk-map__sheet")).ToHaveAttributeAsync("style", new Regex("scale\\(0\\.85\\)"));
        await map.Locator("[data-box=feit]").ClickAsync();
        await Expect(worker.Test("halfway")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_chart_that_is_wider_than_a_phone_can_show_starts_readable_and_a_tap_from_afar_comes_closer()
    {
        var worker = await OpenAsync("route/F14/kaart");
        await worker.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        var map = worker.Test("map");
        await Expect(map).ToHaveAttributeAsync("data-laid", "true");
        Assert.True(await ScaleAsync(worker) >= 0.85);

        await worker.Test("map-fit").ClickAsync();
        Assert.True(await ScaleAsync(worker) < 0.4);
        var first = (await map.Locator("[data-box]").First.BoundingBoxAsync())!;
        await worker.Page.Mouse.ClickAsync(first.X + (first.Width / 2), first.Y + (first.Height / 2));
        Assert.InRange(await ScaleAsync(worker), 0.84, 0.86);
        Assert.EndsWith("/kaart", worker.Address, StringComparison.Ordinal);

        // At that size the same tap opens the step.
        await map.Locator("[data-box]").First.ClickAsync();
        await worker.Test("step-title").WaitForAsync();
    }

    [Fact]
    public async Task No_box_lies_on_another_and_no_line_runs_through_one_in_any_chart()
    {
        var worker = await OpenAsync("route");
        await worker.Test("map-F14").WaitForAsync();
        var maps = await worker.Page.Locator("[data-testid^=map-F]").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        Assert.True(maps.Length >= 14);
        var found = new List<string>();
        foreach (var address in maps.Concat(["/route/gemeente/utrecht", "/route/gemeente/arnhem", "/route/gemeente/nijmegen"]))
        {
            await worker.OpenAsync(address.TrimStart('/'));
            await Expect(worker.Test("map")).ToHaveAttributeAsync("data-laid", "true");
            found.AddRange((await worker.Page.EvaluateAsync<string[]>(Collisions)).Select(collision => $"{address}: {collision}"));
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public async Task The_path_stays_over_a_reload_and_each_answer_leads_back_to_its_question()
    {
        var worker = await OpenAsync("route/F03");
        await AnswerAsync(worker, "Nee");
        await AnswerAsync(worker, "Meer dan één ding");
        await AnswerAsync(worker, "Nee");

        await worker.Page.ReloadAsync();
        await Expect(worker.Test("path").GetByRole(AriaRole.Link)).ToHaveCountAsync(3);
        await Expect(worker.Test("path").GetByRole(AriaRole.Link).Nth(1)).ToContainTextAsync("Meer dan één ding");

        await worker.Test("path").GetByRole(AriaRole.Link).Nth(1).ClickAsync();
        await Expect(worker.Test("step-title")).ToHaveTextAsync("Wat heb je gezien, gehoord of gelezen?");
        await Expect(worker.Test("path").GetByRole(AriaRole.Link)).ToHaveCountAsync(1);

        // Another tab knows nothing of this walk: the address opens the step itself, and says so.
        await Profile.CloseAsync();
        worker = await OpenAsync("route/F03/stap/druk");
        await Expect(worker.Test("halfway")).ToBeVisibleAsync();
        await Expect(worker.Test("path")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_outcome_is_copied_as_text_and_fits_one_page_of_paper()
    {
        var page = await Profile.OpenAsync();
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var worker = new FieldWorker(page, Site.Address);
        await worker.OpenAsync("route/F03");
        await AnswerAsync(worker, "Ja, of ik twijfel");

        await worker.Test("copy-outcome").ClickAsync();
        await Expect(worker.Test("outcome-copied")).ToHaveTextAsync("Gekopieerd. Plak de tekst in een bericht.");
        var text = (await page.EvaluateAsync<string>("() => navigator.clipboard.readText()")).ReplaceLineEndings("\n");
        Assert.StartsWith("Bel nu 112\n", text, StringComparison.Ordinal);
        Assert.Matches(new Regex("\n- 112.*: 112, dag en nacht \\(nummer bekeken op "), text);
        Assert.Contains("ZO KWAM IK HIER\n1. Is er op dit moment gevaar", text, StringComparison.Ordinal);
        Assert.Contains("bijgewerkt ", text, StringComparison.Ordinal);

        var pdf = Encoding.Latin1.GetString(await page.PdfAsync());
        Assert.Single(Regex.Matches(pdf, "/Type /Page\n"));
    }

    [Fact]
    public async Task A_wijkboa_picks_a_city_and_sees_the_road_as_a_picture_and_as_a_list()
    {
        var worker = await OpenAsync("route");
        await worker.Test("place-utrecht").ClickAsync();
        await Expect(worker.Test("place-utrecht")).ToHaveAttributeAsync("aria-current", "true");
        await Expect(worker.Test("road-arnhem")).ToHaveCountAsync(0);
        await worker.Test("road-utrecht").ClickAsync();

        var map = worker.Test("map");
        await Expect(map).ToHaveAttributeAsync("data-laid", "true");
        await Expect(map.Locator("[data-box=gemeente-kijkt]")).ToContainTextAsync("Wie: Gemeente Utrecht, Veiligheid.");
        await Expect(map.Locator("[data-box=gemeente-kijkt]")).ToContainTextAsync("Hier is iets niet bekend.");
        await map.FocusAsync();
        await worker.Page.Keyboard.PressAsync("ArrowDown");
        await worker.Page.Keyboard.PressAsync("Enter");

        // The list, at the step that was pointed at; Back is the picture.
        await Expect(worker.Page.Locator("#stap-driedeling")).ToBeFocusedAsync();
        await Expect(worker.Test("night")).ToContainTextAsync("112");
        await worker.Page.GoBackAsync();
        await Expect(map).ToHaveAttributeAsync("data-laid", "true");
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing_and_nothing_runs_off_the_screen_in_letters_twice_as_large(ColorScheme scheme)
    {
        var worker = new FieldWorker(await Profile.OpenAsync(width: 320, height: 640), Site.Address);
        await worker.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        var findings = new List<string>();
        foreach (var path in new[] { "route?gemeente=utrecht", "route/F03/kaart", "route/F03/kaart?als=lijst", "route/F03/stap/vandaag", "route/gemeente/nijmegen", "route/gemeente/nijmegen?als=lijst" })
        {
            await worker.OpenAsync(path);
            await worker.Page.Locator("[data-laid], .fk-map-list, .fk-places, .fk-jumps").First.WaitForAsync();
            await worker.Page.EvaluateAsync("() => { document.documentElement.style.fontSize = '200%'; }");
            var result = await worker.Page.RunAxe();
            findings.AddRange(result.Violations.Select(violation => $"/{path}: {violation.Id}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}"));
            if (await worker.Page.EvaluateAsync<bool>("() => { const main = document.querySelector('main'); return main.scrollWidth > main.clientWidth; }"))
            {
                findings.Add($"/{path}: wider than its place");
            }
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    private static async Task AnswerAsync(FieldWorker worker, string answer)
    {
        var before = await worker.Test("step-title").InnerTextAsync();
        await worker.Page.Locator("[data-testid^=choice-]").Filter(new() { HasText = answer }).First.ClickAsync();
        await Expect(worker.Test("step-title")).Not.ToHaveTextAsync(before);
    }

    private static async Task ExpectInSightAsync(FieldWorker worker)
    {
        var view = (await worker.Test("map").BoundingBoxAsync())!;
        var box = (await worker.Page.Locator(".fk-map__box--current").BoundingBoxAsync())!;
        Assert.InRange(box.X, view.X - 1, view.X + view.Width - box.Width + 1);
        Assert.InRange(box.Y, view.Y - 1, view.Y + view.Height - box.Height + 1);
    }

    private static Task<string> ViewAsync(FieldWorker worker) =>
        worker.Page.EvaluateAsync<string>("() => document.querySelector('.fk-map__sheet').style.transform");

    private static Task<double> ScaleAsync(FieldWorker worker) =>
        worker.Page.EvaluateAsync<double>("() => Number(/scale\\((.*)\\)/.exec(document.querySelector('.fk-map__sheet').style.transform)[1])");

    private async Task<FieldWorker> OpenAsync(string path)
    {
        var worker = new FieldWorker(await Profile.OpenAsync(), Site.Address);
        await worker.OpenAsync(path);
        return worker;
    }

    private async Task<FieldWorker> OpenOfflineAsync(string path)
    {
        var worker = await OpenAsync(path);
        await worker.Test("route-F03").WaitForAsync();
        await worker.WaitUntilInstalledAsync();
        await Profile.CloseAsync();
        worker = new FieldWorker(await Profile.OpenAsync(offline: true), Site.Address);
        await worker.OpenAsync(path);
        return worker;
    }
}

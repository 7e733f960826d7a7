using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>Without a connection, on a telephone: search, the whole road of a municipality, a practice case.</summary>
public sealed class FindingTests(SiteFixture fixture) : OneWorkerTests(fixture)
{
    [Fact]
    public async Task The_right_page_is_found_offline_with_one_word_and_the_right_door_with_two_taps()
    {
        // Once with a connection: the app and its content are kept. Then a cold start without.
        var worker = new FieldWorker(await Profile.OpenAsync(), Site.Address);
        await worker.OpenAsync("route");
        await worker.Test("road-nijmegen").WaitForAsync();
        await worker.WaitUntilInstalledAsync();
        await Profile.CloseAsync();
        worker = new FieldWorker(await Profile.OpenAsync(offline: true), Site.Address);
        await worker.OpenAsync();

        await SearchAsync(worker);
        await CheckTheDoorAsync(worker);
        await PractiseAsync(worker);

        Assert.DoesNotContain(Profile.ConsoleErrors, error => !error.Contains("ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal));
    }

    private static async Task SearchAsync(FieldWorker worker)
    {
        await worker.Test("to-search").ClickAsync();
        foreach (var typed in new[] { "aanslach", "aanslag" })
        {
            await worker.Test("search").FillAsync(typed);
            var found = worker.Test("search-found").Locator("a");
            foreach (var number in new[] { 0, 1 })
            {
                await Expect(found.Nth(number)).ToHaveAttributeAsync("href", new Regex("^/gesprek/G0[12]$"));
            }

            await Expect(found.Nth(0).Locator("mark").First).ToHaveTextAsync("aanslag");
        }

        await AxeFindsNothingAsync(worker);
        await worker.Test("search").FillAsync("<b>xqzw</b>");
        await Expect(worker.Test("search-count")).ToContainTextAsync("<b>xqzw</b>");
        await worker.Test("search").FillAsync("aanslag");
        await worker.Test("search-found").Locator("a").First.ClickAsync();
        await worker.Test("part-title").WaitForAsync();

        // Back finds the words again.
        await worker.Page.GoBackAsync();
        await Expect(worker.Test("search")).ToHaveValueAsync("aanslag");
        await Expect(worker.Test("search-found").Locator("a").First).ToBeVisibleAsync();
    }

    private static async Task CheckTheDoorAsync(FieldWorker worker)
    {
        await worker.Page.Locator(".fk-nav a[href='/route']").ClickAsync();
        await worker.Test("road-nijmegen").ClickAsync();
        await Expect(worker.Test("road").GetByRole(AriaRole.Listitem)).ToHaveCountAsync(12);
        await Expect(worker.Test("gap").First).ToContainTextAsync("Vraag dit na bij je gemeente");
        await Expect(worker.Test("now-T15")).ToHaveTextAsync("niet bekend of er nu iemand is");
        await Expect(worker.Test("night")).ToContainTextAsync("112");
        await AxeFindsNothingAsync(worker);

        await worker.Page.GoBackAsync();
        await worker.Test("road-utrecht").ClickAsync();
        await Expect(worker.Test("call-T05")).ToHaveAttributeAsync("href", "tel:08002000");
        await Expect(worker.Test("now-T05")).ToHaveTextAsync("nu open, dag en nacht");
        await Expect(worker.Test("mail-T06")).ToHaveAttributeAsync("href", "mailto:radicalisering@utrecht.nl");
    }

    private static async Task PractiseAsync(FieldWorker worker)
    {
        await worker.Page.Locator(".fk-nav a[href='/gesprek']").ClickAsync();
        await worker.Test("to-practice").ClickAsync();
        await worker.Test("case-K01").ClickAsync();
        await worker.Test("option-2").ClickAsync();
        await Expect(worker.Test("feedback")).Not.ToBeEmptyAsync();
        await worker.Test("case-next").ClickAsync();
        var (story, question) = (await worker.Test("story").InnerTextAsync(), await worker.Test("case-question").InnerTextAsync());
        await worker.Test("mirror").ClickAsync();
        await Expect(worker.Test("story")).Not.ToHaveTextAsync(story);
        await Expect(worker.Test("case-question")).ToHaveTextAsync(question);
        await worker.Test("option-0").ClickAsync();
        await worker.Test("case-next").ClickAsync();
        await worker.Test("option-0").ClickAsync();
        await worker.Test("learned").WaitForAsync();
        await AxeFindsNothingAsync(worker);
        await worker.Test("case-chart").ClickAsync();
        await Expect(worker.Test("step-title")).ToBeVisibleAsync();
    }

    private static async Task AxeFindsNothingAsync(FieldWorker worker)
    {
        var result = await worker.Page.RunAxe();
        Assert.Empty(result.Violations.Select(violation => $"{worker.Address}: {violation.Id}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}"));
    }
}

using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>Writing with two people in mind: what leaves is what was looked over, and who it is about is described by what they did.</summary>
public sealed class WritingTests(SiteFixture fixture) : OwnSiteTests(fixture)
{
    [Fact]
    public async Task What_is_looked_over_before_sealing_is_what_the_desk_reads_in_the_same_order()
    {
        var worker = await AtNewSignalAsync();
        await worker.WriteSignalAsync("Riep tijdens het toernooi drie keer iets.");
        var titles = await TitlesAsync(worker.Page, "[data-testid^='group-'] > h2");
        var answers = await worker.Page.Locator("[data-testid^='group-'] dd").AllInnerTextsAsync();
        Assert.True(titles.Count > 4, string.Join(", ", titles));
        Assert.Contains("Riep tijdens het toernooi drie keer iets.", answers);

        await worker.Test("seal").ClickAsync();
        await Expect(worker.Test("signal-state")).ToHaveAttributeAsync("data-state", "received");

        // What happens now is told from the city's own content, and nothing is promised.
        await Expect(worker.Test("after-answer")).ToContainTextAsync("noemt geen termijn");
        await Expect(worker.Test("after-T02").Locator("a[href^='tel:']")).ToBeVisibleAsync();
        await worker.Test("care-guide").ClickAsync();
        await Expect(worker.Page).ToHaveURLAsync(new Regex("/gesprek/G18$"));

        var member = new DeskMember(await Office.OpenAsync(width: 1366, height: 768), Site.Address);
        await member.SignInAsync(Site.Staff);
        await member.OpenFirstAsync();
        await member.Test("signal-text").WaitForAsync();
        var read = await member.Test("signal-text").InnerTextAsync();
        var there = await TitlesAsync(member.Page, "[data-testid='signal-text'] > section > h2");
        Assert.Equal(titles, there.Take(titles.Count));
        Assert.All(answers.SelectMany(answer => answer.Split('\n')).Where(line => line.Length > 0), line => Assert.Contains(line, read, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Looks_alone_wait_for_behaviour_and_a_removed_fact_comes_back()
    {
        var worker = await AtNewSignalAsync();
        await worker.WriteSignalAsync("Draagt een baard en riep iets.");

        // Only looks: it says what is missing, whom to talk to, and where to read on.
        await worker.Test("review-change").ClickAsync();
        await worker.GoToFactsAsync();
        await worker.WriteAsync("s2_wat", "Draagt sinds kort een baard.");
        await GoToReviewAsync(worker);
        await Expect(worker.Test("no-behaviour")).ToContainTextAsync("collega");
        await Expect(worker.Test("behaviour-guide")).ToHaveAttributeAsync("href", "gesprek/G14");
        await Expect(worker.Test("seal")).ToHaveCountAsync(0);

        // Back to the facts: another event is added, removed by mistake, and put back.
        await worker.Test("add-behaviour").ClickAsync();
        await worker.Test("add-s2").ClickAsync();
        await worker.WriteAsync("s2_wat-1", "Bood een klasgenoot geld aan.");
        await worker.Test("remove-s2-1").ClickAsync();
        await Expect(worker.Test("field-s2_wat-1")).ToHaveCountAsync(0);
        await worker.Test("put-back").ClickAsync();
        await Expect(worker.Test("field-s2_wat-1")).ToHaveValueAsync("Bood een klasgenoot geld aan.");
        await Expect(worker.Test("taken")).ToHaveCountAsync(0);

        // With behaviour in it nothing holds it any more; what is still open is only asked.
        await GoToReviewAsync(worker);
        await Expect(worker.Test("missing")).ToBeVisibleAsync();
        await Expect(worker.Test("no-behaviour")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_complaint_about_an_officer_goes_its_own_way_and_leaves_no_draft()
    {
        var worker = await AtNewSignalAsync();
        await worker.ChooseAsync("s0_gevaar", "nee");
        await worker.ChooseAsync("s0_thuis", "nee");
        await worker.ChooseAsync("s0_optreden", "ja");
        await Expect(worker.Test("form-next")).ToHaveCountAsync(0);
        await worker.Test("stop-complaint").ClickAsync();
        await Expect(worker.Page).ToHaveURLAsync(new Regex("/route/F11"));

        await worker.Page.Locator("nav a[href$='signalen']").Last.ClickAsync();
        await worker.Test("new-signal").WaitForAsync();
        await Expect(worker.Test("draft")).ToHaveCountAsync(0);
        await Expect(worker.Test("waiting-count")).ToHaveAttributeAsync("data-count", "0");
    }

    private static async Task<IReadOnlyList<string>> TitlesAsync(IPage page, string selector) => await page.Locator(selector).AllInnerTextsAsync();

    // By its address: what was typed is kept, and the PIN is asked again.
    private static async Task GoToReviewAsync(FieldWorker worker)
    {
        await Expect(worker.Test("saved")).ToHaveAttributeAsync("data-state", "kept");
        await worker.OpenAsync($"signalen/nakijken/{worker.Address.Split('/')[3]}");
        await worker.UnlockAsync();
        await worker.Test("review-change").WaitForAsync();
    }

    private async Task<FieldWorker> AtNewSignalAsync()
    {
        var worker = new FieldWorker(await Phone.OpenAsync(), Site.Address);
        await worker.OpenAsync();
        await worker.WaitUntilInstalledAsync();
        await worker.EnrolAsync(Site.EnrolmentCode);
        await worker.Test("enrolled").WaitForAsync();
        await worker.Page.Locator("nav a[href$='signalen']").Last.ClickAsync();
        await worker.Test("new-signal").ClickAsync();
        await worker.Page.Locator("[data-testid^='option-s0_gevaar-']").First.WaitForAsync();
        return worker;
    }
}

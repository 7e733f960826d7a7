using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>A signal through Nijmegen's whole chain (facts.md B3): screening, a weegploeg in which two people decide, casusoverleg, help nearby, closed.</summary>
public sealed class NijmegenChainTests(SiteFixture fixture) : OwnSiteTests(fixture)
{
    private const string Proposed = "Meer partners moeten meekijken. sterrenwacht";
    private const string Refused = "Eerst nog een gesprek. kastanjelaan";
    private const string Agreed = "Na het gesprek ben ik het eens. zonnewijzer";
    private const string Again = "Het gesprek is geweest. windroos";

    private protected override string Municipality => "nijmegen";

    [Fact]
    public async Task Signal_goes_on_from_the_weegploeg_only_when_a_second_weigher_agrees_and_its_writer_hears_the_outcome_alone()
    {
        var secondOffice = NewProfile();
        var worker = await SentAsync();
        var first = new DeskMember(await Office.OpenAsync(width: 1366, height: 768), Site.Address);
        await first.SignInAsync(Site.Staff);
        await first.OpenFirstAsync();
        await Expect(first.Test("decisions")).ToHaveCountAsync(0);
        await first.Test("take").ClickAsync();
        await Expect(first.Test("in-hand")).ToHaveTextAsync("Jij hebt dit opgepakt.");
        await first.AnswerAsync("eerste-screening", "We kijken ernaar.");
        await first.AnswerAsync("weegploeg", "We wegen dit samen.");

        // No way around it: the steps that two people decide about are not among those that one person takes.
        await Expect(first.Test("stage-next-casusoverleg")).ToHaveCountAsync(0);
        await first.Test("decide").ClickAsync();
        await Expect(first.Test("decision-refusal")).ToBeVisibleAsync();
        await AxeAsync(first.Page, "proposing");
        await DecideAsync(first, "casusoverleg", Proposed);
        await Expect(first.Test("decision-waits")).ToBeVisibleAsync();
        await Expect(first.Test("inbox-waits")).ToBeVisibleAsync();
        await Expect(first.Test("decision-next")).ToContainTextAsync("Een collega beslist");
        await Expect(first.Test("decision-agreed")).ToHaveCountAsync(0);
        await AxeAsync(first.Page, "own proposal");

        // Somebody else reads why, and does not agree yet; the first hears it without asking.
        var second = new DeskMember(await secondOffice.OpenAsync(width: 1366, height: 768), Site.Address);
        await second.SignInAsync(Site.Staff.Second);
        await Expect(second.Test("inbox-waits")).ToBeVisibleAsync();
        await Expect(second.Test("inbox-hand")).ToHaveTextAsync($"Opgepakt door {Site.Staff.Name}.");
        await Expect(second.Test("inbox-unread")).ToBeVisibleAsync();
        await second.OpenFirstAsync();
        await Expect(second.Test("inbox-unread")).ToHaveCountAsync(0);
        await Expect(second.Test("take")).ToHaveTextAsync("Neem over");
        await Expect(second.Test("decision")).ToContainTextAsync(Proposed);
        await Expect(second.Test("decision")).ToContainTextAsync(Site.Staff.Name);
        await AxeAsync(second.Page, "second weigher");
        await DecideAsync(second, "disagreed", Refused);
        await Expect(second.Test("decision-verdict")).ToHaveTextAsync("niet eens");
        await first.Test("show-news").ClickAsync();
        await Expect(first.Test("decision")).ToContainTextAsync(Refused);

        // The first proposes it again, and now both agree.
        await DecideAsync(first, "casusoverleg", Again);
        await second.Test("show-news").ClickAsync();
        await Expect(second.Test("decision")).ToHaveCountAsync(2);
        await DecideAsync(second, "agreed", Agreed);
        await Expect(second.Test("decision-verdict").Last).ToHaveTextAsync("eens");
        await Expect(second.Test("stage-stay")).ToContainTextAsync("Casusoverleg");
        await AxeAsync(second.Page, "decided");

        // A colleague takes it over, which the first sees without asking, and takes it back.
        await second.Test("take").ClickAsync();
        await Expect(first.Test("in-hand")).ToHaveTextAsync($"Opgepakt door {Site.Staff.Weigher}.");
        await first.Test("take").ClickAsync();
        await Expect(second.Test("in-hand")).ToHaveTextAsync($"Opgepakt door {Site.Staff.Name}.");

        // From there on one person takes the steps.
        await first.Test("show-news").ClickAsync();
        await first.AnswerAsync("zorg", "Er is hulp geregeld.");
        await first.AnswerAsync("afgerond", "Dank je wel.");

        await worker.OpenAsync("signalen");
        await worker.UnlockAsync();
        await worker.Test("signal").ClickAsync();
        foreach (var stage in new[] { "Eerste screening", "Weegploeg", "Casusoverleg", "Hulp in de buurt", "Afgerond" })
        {
            await Expect(worker.Test("timeline")).ToContainTextAsync(stage);
        }

        var read = await worker.Page.Locator("main").InnerTextAsync();
        await Phone.CloseAsync();
        await Office.CloseAsync();
        await secondOffice.CloseAsync();
        await Site.KillAsync();
        foreach (var word in new[] { "sterrenwacht", "kastanjelaan", "windroos", "zonnewijzer" })
        {
            Assert.DoesNotContain(word, read, StringComparison.Ordinal);
            Assert.Empty(PlaintextSearch.FilesWith(Phone.Folder, word));
            Assert.Empty(PlaintextSearch.FilesWith(Office.Folder, word));
            Assert.Empty(PlaintextSearch.FilesWith(secondOffice.Folder, word));
            Assert.Empty(PlaintextSearch.FilesWith(Site.DataFolder, word));
            Assert.DoesNotContain(word, Site.Log, StringComparison.Ordinal);
        }
    }

    private static async Task DecideAsync(DeskMember member, string choice, string why)
    {
        await member.Test($"decision-{choice}").ClickAsync();
        await member.Test("decision-reason").FillAsync(why);
        await member.Test("decide").ClickAsync();
        await member.Test("decision-done").WaitForAsync();
    }

    private static async Task AxeAsync(IPage page, string where)
    {
        var result = await page.RunAxe();
        Assert.True(
            result.Violations.Length == 0,
            string.Join('\n', result.Violations.Select(one => $"{where}: {one.Id}: {string.Join("; ", one.Nodes.Select(node => node.Html))}")));
    }
}

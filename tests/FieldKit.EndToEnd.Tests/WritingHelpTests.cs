using System.Text;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>The writing help on a telephone: it asks, goes away on one tap, and nobody else hears of it.</summary>
public sealed class WritingHelpTests(SiteFixture fixture) : OwnSiteTests(fixture)
{
    private const string Sentence = "Op 3 maart deed hij agressief bij de deur.";
    private const string Question = "Wat deed of zei de persoon precies?";

    private readonly List<string> sent = [];

    [Fact]
    public async Task A_question_comes_when_the_writer_pauses_and_stays_away_once_dismissed()
    {
        var worker = await AtTheFactsAsync();
        var field = worker.Test("field-s2_wat");
        await field.PressSequentiallyAsync(Sentence, new() { Delay = 20 });
        Assert.Equal(0, await worker.Test("dismiss-s2_wat").CountAsync());

        var ask = worker.Test("ask-s2_wat");
        await Expect(ask).ToContainTextAsync(Question);
        await Expect(ask).ToContainTextAsync("‘agressief’");
        await Expect(ask.GetByTestId("asked")).ToHaveAttributeAsync("role", "status");
        await Expect(ask.GetByTestId("asked").Locator("button")).ToHaveCountAsync(0);
        await Expect(field).ToHaveValueAsync(Sentence);
        await Expect(field).ToBeFocusedAsync();

        await worker.Test("dismiss-s2_wat").ClickAsync();
        await Expect(ask).ToHaveTextAsync("");
        await Expect(field).ToBeFocusedAsync();

        await field.PressSequentiallyAsync(" Agressief was hij.", new() { Delay = 20 });
        await worker.Page.WaitForTimeoutAsync(2500);
        await Expect(ask).ToHaveTextAsync("");

        // After the PIN too: what was dismissed lies in the draft, and nowhere in the clear.
        await worker.Page.ReloadAsync();
        await worker.UnlockAsync();
        await Expect(field).ToHaveValueAsync($"{Sentence} Agressief was hij.");
        await worker.Page.WaitForTimeoutAsync(2500);
        await Expect(ask).ToHaveTextAsync("");
        await Phone.CloseAsync();
        Assert.Empty(PlaintextSearch.FilesWith(Phone.Folder, "Interpretation agressief"));
    }

    [Fact]
    public async Task Turned_off_under_a_field_it_is_silent_everywhere_until_it_is_turned_on()
    {
        var worker = await AtTheFactsAsync();
        await worker.WriteAsync("s2_wat", Sentence);
        await worker.Test("ask-off-s2_wat").ClickAsync();
        await Expect(worker.Test("ask-s2_wat")).ToContainTextAsync("staat uit");

        await worker.WriteAsync("s2_letterlijk", "Ik neem een bom mee.");
        await worker.Page.WaitForTimeoutAsync(2500);
        await Expect(worker.Test("ask-s2_letterlijk")).ToHaveTextAsync("");

        var draft = worker.Address;
        await worker.OpenAsync("instellingen");
        await Expect(worker.Test("setting-writing-off")).ToBeCheckedAsync();
        await worker.Test("setting-writing-on").CheckAsync();
        await worker.OpenAsync(draft.TrimStart('/'));
        await worker.UnlockAsync();
        await Expect(worker.Test("ask-s2_wat")).ToContainTextAsync(Question);
    }

    [Fact]
    public async Task Words_of_danger_bring_the_numbers_before_any_other_question_and_hold_nobody_up()
    {
        var worker = await AtTheFactsAsync();
        await worker.WriteAsync("s2_wat", "Hij was agressief en neemt vanavond een mes mee.");
        var ask = worker.Test("ask-s2_wat");
        await Expect(ask).ToContainTextAsync("Is er nu gevaar voor iemand?");
        await Expect(ask).Not.ToContainTextAsync(Question);
        await Expect(ask.GetByTestId("ask-112")).ToHaveAttributeAsync("href", "tel:112");
        await Expect(ask.GetByTestId("ask-113")).ToHaveAttributeAsync("href", "tel:113");
        await Expect(worker.Test("form-next")).ToBeEnabledAsync();
        Assert.Empty((await worker.Page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}"));

        await worker.Test("dismiss-s2_wat").ClickAsync();
        await Expect(ask).ToContainTextAsync(Question);
        Assert.Equal(0, await ask.GetByTestId("ask-112").CountAsync());
    }

    [Fact]
    public async Task The_review_asks_a_last_time_leads_to_the_field_and_nothing_of_it_is_sent()
    {
        var worker = await EnrolledAsync();
        worker.Page.Request += (_, request) => sent.Add($"{request.Url} {Encoding.UTF8.GetString(request.PostDataBuffer ?? [])}");
        await worker.WriteSignalAsync(Sentence + " Zij zei tegen Fatima dat het steeds zo is.");
        var last = worker.Test("last-s2_wat");
        await Expect(last).ToHaveCountAsync(3);
        await Expect(last.First).ToContainTextAsync("Fatima");
        await Expect(worker.Test("last-look")).ToContainTextAsync("Feiten");
        Assert.Empty((await worker.Page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}"));
        await Expect(worker.Test("seal")).ToBeEnabledAsync();

        await worker.Test("to-s2_wat").First.ClickAsync();
        await Expect(worker.Test("field-s2_wat")).ToBeFocusedAsync();
        await Expect(worker.Test("ask-s2_wat")).ToContainTextAsync("Fatima");
        await worker.Test("dismiss-s2_wat").ClickAsync();
        await worker.GoToReviewAsync();
        await Expect(last).ToHaveCountAsync(2);
        await worker.Test("last-dismiss-s2_wat").First.ClickAsync();
        await Expect(last).ToHaveCountAsync(1);
        await worker.Test("seal").ClickAsync();
        await Expect(worker.Test("signal-state")).ToHaveAttributeAsync("data-state", "received");

        // The desk reads the words of the writer, and no question about them.
        var member = new DeskMember(await Office.OpenAsync(width: 1366, height: 768), Site.Address);
        await member.SignInAsync(Site.Staff);
        await member.OpenFirstAsync();
        await Expect(member.Test("signal-fact").First).ToContainTextAsync(Sentence);
        await Expect(member.Page.Locator("body")).Not.ToContainTextAsync("Wanneer was dit? Hoe vaak?");
        await Expect(member.Page.Locator("body")).Not.ToContainTextAsync("Naam weghalen?");
        string[] traces = ["Interpretation", "Naam weghalen", Question, "agressief", "Fatima"];
        Assert.All(sent, request => Assert.DoesNotContain(traces, trace => request.Contains(trace, StringComparison.Ordinal)));
        Assert.All(traces, trace => Assert.DoesNotContain(trace, Site.Log, StringComparison.Ordinal));
    }

    private async Task<FieldWorker> AtTheFactsAsync()
    {
        var worker = await EnrolledAsync();
        await worker.WriteToFactsAsync();
        return worker;
    }

    private async Task<FieldWorker> EnrolledAsync()
    {
        var worker = new FieldWorker(await Phone.OpenAsync(), Site.Address);
        await worker.OpenAsync();
        await worker.EnrolAsync(Site.EnrolmentCode);
        await worker.Test("enrolled").WaitForAsync();
        await worker.OpenAsync("signalen");
        await worker.UnlockAsync();
        await worker.Test("new-signal").ClickAsync();
        return worker;
    }
}

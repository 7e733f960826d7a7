using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>After sending: the desk asks, the worker answers, the desk reads, the worker takes it back.</summary>
public sealed class ConversationTests(SiteFixture fixture) : OwnSiteTests(fixture)
{
    private const string Question = "Wanneer was het toernooi precies?";
    private const string Answer = "Op dinsdag 3 november. lavendelkompas";
    private const string Reason = "Het bleek een misverstand. heidebries";

    [Fact]
    public async Task A_question_is_answered_offline_and_the_signal_withdrawn_and_each_end_knows_it()
    {
        var worker = await EnrolledAsync();
        await SealSignalAsync(worker);
        await Expect(worker.Test("signal-state")).ToHaveAttributeAsync("data-state", "received");
        var signal = worker.Address;

        // The desk asks, without moving the signal.
        var member = new DeskMember(await Office.OpenAsync(width: 1366, height: 768), Site.Address);
        await member.SignInAsync(Site.Staff);
        await member.OpenFirstAsync();
        await member.Test("advice").FillAsync(Question);
        await member.Test("send-answer").ClickAsync();
        await member.Test("answer-sent").WaitForAsync();

        // The worker sees that there is something new, and writes back without a connection.
        await worker.OpenAsync("signalen");
        await worker.UnlockAsync();
        await Expect(worker.Test("unread")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await AxeAsync(worker.Page, "signalen");
        await worker.Test("signal").ClickAsync();
        await Expect(worker.Test("advice-text")).ToHaveTextAsync(Question);
        await Phone.SetOfflineAsync(true);
        await worker.Test("follow-up").ClickAsync();
        await worker.Test("field-follow-up").FillAsync(Answer);
        await Expect(worker.Test("saved")).ToHaveAttributeAsync("data-state", "kept");
        await AxeAsync(worker.Page, "aanvullen");

        // The phone dies while writing.
        var writing = worker.Address;
        await Phone.CloseAsync();
        worker = new FieldWorker(await Phone.OpenAsync(offline: true), Site.Address);
        await worker.OpenAsync(writing.TrimStart('/'));
        await worker.UnlockAsync();
        await Expect(worker.Test("field-follow-up")).ToHaveValueAsync(Answer);
        await worker.Test("send-follow-up").ClickAsync();
        var own = worker.Page.Locator("[data-kind=own]");
        await Expect(own).ToHaveAttributeAsync("data-delivery", "sealed");
        await Expect(worker.Test("waiting-count")).ToHaveAttributeAsync("data-count", "1");
        await Phone.SetOfflineAsync(false);
        await Expect(own).ToHaveAttributeAsync("data-delivery", "received");
        await Expect(worker.Test("own-text")).ToHaveTextAsync(Answer);
        await AxeAsync(worker.Page, "signaal");

        // The desk, still on the same signal, is told and reads it.
        await member.Test("show-news").ClickAsync();
        await Expect(member.Test("follow-up")).ToContainTextAsync(Answer);
        await AxeAsync(member.Page, "desk, conversation");

        // The worker takes it back, with a reason.
        await worker.Test("let-go").Locator("summary").ClickAsync();
        await worker.Test("withdraw").ClickAsync();
        await worker.Test("field-follow-up").FillAsync(Reason);
        await AxeAsync(worker.Page, "intrekken");
        await worker.Test("send-withdrawal").ClickAsync();
        await Expect(worker.Test("signal-state")).ToHaveAttributeAsync("data-state", "withdrawn");
        Assert.Equal(signal, worker.Address);
        await Expect(worker.Test("follow-up")).Not.ToBeVisibleAsync();

        // The desk sees it, with the reason, and the signal is shut.
        await member.Page.ReloadAsync();
        await member.Test("desk-passphrase").FillAsync(Site.Staff.Passphrase);
        await member.Test("desk-unlock").ClickAsync();
        await Expect(member.Test("withdrawn-reason")).ToContainTextAsync(Reason);
        await Expect(member.Test("inbox-withdrawn")).ToBeVisibleAsync();
        await Expect(member.Test("signal-text")).Not.ToBeVisibleAsync();
        await Expect(member.Test("send-answer")).Not.ToBeVisibleAsync();
        await AxeAsync(member.Page, "desk, withdrawn");

        // Nobody else can read any of it.
        await Phone.CloseAsync();
        await Office.CloseAsync();
        await Site.KillAsync();
        foreach (var word in new[] { "lavendelkompas", "heidebries" })
        {
            Assert.Empty(PlaintextSearch.FilesWith(Phone.Folder, word));
            Assert.Empty(PlaintextSearch.FilesWith(Office.Folder, word));
            Assert.Empty(PlaintextSearch.FilesWith(Site.DataFolder, word));
            Assert.DoesNotContain(word, Site.Log, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_waiting_signal_comes_back_as_a_draft_and_a_removed_draft_comes_back_too()
    {
        var worker = await EnrolledAsync();
        await worker.WaitUntilInstalledAsync();
        await Phone.SetOfflineAsync(true);
        await SealSignalAsync(worker);

        await worker.Test("let-go").Locator("summary").ClickAsync();
        await worker.Test("withdraw").ClickAsync();
        await AxeAsync(worker.Page, "intrekken uit de wachtrij");
        await worker.Test("take-back").ClickAsync();
        await worker.Test("form-next").WaitForAsync();
        await worker.Page.GoBackAsync();
        await worker.Test("signal-missing").WaitForAsync();
        await worker.OpenAsync("signalen");
        await worker.UnlockAsync();
        await Expect(worker.Test("draft")).ToHaveCountAsync(1);
        await Expect(worker.Test("signal")).ToHaveCountAsync(0);

        await worker.Test("draft-delete").ClickAsync();
        await Expect(worker.Test("draft")).ToHaveCountAsync(0);
        await AxeAsync(worker.Page, "signalen, verwijderd");
        await worker.Test("undo").ClickAsync();
        await Expect(worker.Test("draft")).ToHaveCountAsync(1);

        // Only the note that it was withdrawn reaches the reporting point; the desk has nothing to open.
        await Phone.SetOfflineAsync(false);
        await Expect(worker.Test("waiting-count")).ToHaveAttributeAsync("data-count", "0");
    }

    [Fact]
    public async Task Out_of_sight_it_locks_at_once_when_chosen_and_the_text_leaves_the_screen()
    {
        var worker = await EnrolledAsync();
        await worker.Page.EvaluateAsync("() => localStorage.setItem('fieldkit.lock-minutes', '0')");
        await worker.OpenAsync("signalen/nieuw");
        await worker.UnlockAsync();
        await worker.Page.Locator("[data-testid^='option-s0_gevaar-']").First.WaitForAsync();

        await worker.Page.EvaluateAsync("""
            () => {
              Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
              document.dispatchEvent(new Event("visibilitychange"));
            }
            """);

        await worker.Test("unlock-pin").WaitForAsync();
        await Expect(worker.Page.Locator("[data-testid^='option-s0_gevaar-']")).ToHaveCountAsync(0);
    }

    private static async Task AxeAsync(IPage page, string where)
    {
        var result = await page.RunAxe();
        Assert.True(
            result.Violations.Length == 0,
            string.Join('\n', result.Violations.Select(one => $"{where}: {one.Id}: {string.Join("; ", one.Nodes.Select(node => node.Html))}")));
    }

    private static async Task SealSignalAsync(FieldWorker worker)
    {
        await worker.Page.Locator("nav a[href$='signalen']").Last.ClickAsync();
        await worker.Test("new-signal").ClickAsync();
        await worker.WriteSignalAsync("Riep tijdens het toernooi drie keer iets.");
        await worker.Test("seal").ClickAsync();
        await worker.Test("signal-state").WaitForAsync();
    }

    private async Task<FieldWorker> EnrolledAsync()
    {
        var worker = new FieldWorker(await Phone.OpenAsync(), Site.Address);
        await worker.OpenAsync();
        await worker.WaitUntilInstalledAsync();
        await worker.EnrolAsync(Site.EnrolmentCode);
        await worker.Test("enrolled").WaitForAsync();
        return worker;
    }
}

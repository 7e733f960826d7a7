using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>The main job, whole: from a street corner without a connection to the desk and back.</summary>
public sealed class StreetToDeskTests(SiteFixture fixture) : OwnSiteTests(fixture)
{
    [Fact]
    public async Task A_signal_written_offline_reaches_the_desk_and_its_advice_comes_back()
    {
        // Enrol while there is a connection; then the browser is closed.
        var worker = new FieldWorker(await Phone.OpenAsync(), Site.Address);
        await worker.OpenAsync();
        await worker.WaitUntilInstalledAsync();
        await worker.EnrolAsync(Site.EnrolmentCode);
        await worker.Test("enrolled").WaitForAsync();
        await Phone.CloseAsync();

        // A cold start without a connection: walk the route and write.
        worker = new FieldWorker(await Phone.OpenAsync(offline: true), Site.Address);
        await worker.OpenAsync();
        await worker.WalkToSignalAsync();
        await worker.Test("write-signal").ClickAsync();
        await worker.UnlockAsync();
        await worker.WriteSignalAsync();
        var draft = worker.Address;

        // The phone dies. What was written is there.
        await Phone.CloseAsync();
        worker = new FieldWorker(await Phone.OpenAsync(offline: true), Site.Address);
        await worker.OpenAsync(draft.TrimStart('/'));
        await worker.UnlockAsync();
        await Expect(worker.Test("seal")).ToBeVisibleAsync();
        await Expect(worker.Page.Locator("main")).ToContainTextAsync(SignalText.Canary);
        await worker.Test("seal").ClickAsync();
        await Expect(worker.Test("signal-state")).ToHaveAttributeAsync("data-state", "sealed");
        await Expect(worker.Test("waiting-count")).ToHaveAttributeAsync("data-count", "1");

        // The connection returns: sent without a tap.
        await Phone.SetOfflineAsync(false);
        await Expect(worker.Test("signal-state")).ToHaveAttributeAsync("data-state", "received");
        await Expect(worker.Test("waiting-count")).ToHaveAttributeAsync("data-count", "0");

        // The desk opens, moves and answers.
        var member = new DeskMember(await Office.OpenAsync(width: 1366, height: 768), Site.Address);
        await member.SignInAsync(Site.Staff);
        await member.OpenFirstAsync();
        await Expect(member.Test("signal-fact").First).ToContainTextAsync(SignalText.Fact);
        await member.AnswerAsync("eerste-blik", SignalText.Advice);
        Assert.NotEqual("geraakt", await member.Page.TitleAsync());

        // The answer arrives and is read without a connection, in the municipality's words.
        await worker.Page.ReloadAsync();
        await worker.UnlockAsync();
        await Expect(worker.Test("advice-text")).ToContainTextAsync(SignalText.Advice);
        var address = worker.Address;
        await Phone.CloseAsync();
        worker = new FieldWorker(await Phone.OpenAsync(offline: true), Site.Address);
        await worker.OpenAsync(address.TrimStart('/'));
        await worker.UnlockAsync();
        await Expect(worker.Test("advice-text")).ToContainTextAsync(SignalText.Advice);
        await Expect(worker.Test("timeline")).ToContainTextAsync("De gemeente kijkt ernaar");

        // Who helps can see what became of sending. (The answer's own line is not looked for here: the browser was closed the moment
        // the answer could be read, and that may be before the run that brought it had ended and was noted.)
        await worker.OpenAsync("instellingen");
        await worker.Test("sync-log-show").ClickAsync();
        await Expect(worker.Test("sync-log")).ToContainTextAsync("1 bericht ontvangen.");

        // Nobody else can read it.
        await Phone.CloseAsync();
        await Office.CloseAsync();
        await Site.KillAsync();
        foreach (var word in new[] { SignalText.Canary, SignalText.AdviceCanary })
        {
            Assert.Empty(PlaintextSearch.FilesWith(Phone.Folder, word));
            Assert.Empty(PlaintextSearch.FilesWith(Office.Folder, word));
            Assert.Empty(PlaintextSearch.FilesWith(Site.DataFolder, word));
            Assert.DoesNotContain(word, Site.Log, StringComparison.Ordinal);
        }

        // Asking who is signed in, before anybody is, is answered with 401; the browser notes that as an error.
        Assert.All(Office.ConsoleErrors, text => Assert.Contains("401", text, StringComparison.Ordinal));
        Assert.All(Phone.ConsoleErrors, text => Assert.Contains("ERR_INTERNET_DISCONNECTED", text, StringComparison.Ordinal));
    }
}

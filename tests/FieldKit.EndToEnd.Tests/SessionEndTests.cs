using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>A session at the desk ends while somebody writes advice: nothing is lost, and nothing is sent twice.</summary>
public sealed class SessionEndTests(SiteFixture fixture) : OwnSiteTests(fixture)
{
    private const string Advice = "Vraag hem wat hij nu het liefst zou doen.";

    [Fact]
    public async Task What_was_typed_is_there_after_signing_in_again_and_arrives_once()
    {
        var otherMachine = NewProfile();
        var worker = await SentAsync();
        var member = new DeskMember(await Office.OpenAsync(width: 1366, height: 768), Site.Address);
        await member.SignInAsync(Site.Staff);
        await member.OpenFirstAsync();
        await member.Test("stage-next-eerste-blik").ClickAsync();
        await member.Test("advice").FillAsync(Advice);

        // The same person ends all sessions from another machine; the reporting point knows this one no longer.
        var other = new DeskMember(await otherMachine.OpenAsync(width: 1366, height: 768), Site.Address);
        await other.Page.GotoAsync(new Uri(Site.Address, "desk/").ToString());
        await other.Test("desk-name").FillAsync(Site.Staff.Name);
        await other.Test("desk-password").FillAsync(Site.Staff.Password);
        await other.Test("desk-sign-in").ClickAsync();
        await other.Test("desk-elsewhere").ClickAsync();
        await other.Test("desk-sign-out-everywhere").ClickAsync();
        await other.Test("desk-sign-in").WaitForAsync();

        // Sending, or hearing of news, finds the session gone, whichever comes first.
        await member.Test("send-answer").Or(member.Test("desk-sign-in")).ClickAsync();
        await Expect(member.Page.Locator("main")).ToContainTextAsync("Je sessie is verlopen");
        await Expect(member.Test("signal-text")).ToHaveCountAsync(0);
        await member.Test("desk-name").FillAsync(Site.Staff.Name);
        await member.Test("desk-password").FillAsync(Site.Staff.Password);
        await member.Test("desk-sign-in").ClickAsync();

        await Expect(member.Test("advice")).ToHaveValueAsync(Advice);
        await Expect(member.Test("stage-next-eerste-blik").Locator("input")).ToBeCheckedAsync();
        await member.Test("send-answer").ClickAsync();
        await member.Test("answer-sent").WaitForAsync();

        await worker.OpenAsync("signalen");
        await worker.UnlockAsync();
        await worker.Test("signal").ClickAsync();
        await Expect(worker.Page.GetByText(Advice)).ToHaveCountAsync(1);
        await Expect(worker.Test("timeline")).ToContainTextAsync("De gemeente kijkt ernaar");
    }
}

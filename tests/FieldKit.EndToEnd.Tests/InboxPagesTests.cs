using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>An inbox with more than fits a page, narrowed down.</summary>
public sealed class InboxPagesTests(SiteFixture fixture) : OwnSiteTests(fixture)
{
    [Fact]
    public async Task Pages_go_on_filters_stay_in_the_address_and_what_comes_in_appears_where_it_fits()
    {
        var worker = await SentAsync();
        await Site.CopySignalAsync(60);
        var member = new DeskMember(await Office.OpenAsync(width: 1366, height: 768), Site.Address);
        await member.SignInAsync(Site.Staff);
        var (page, lines) = (member.Page, member.Test("inbox-item"));

        // A page more, and the keyboard goes on where it begins.
        await Expect(lines).ToHaveCountAsync(50);
        await Expect(member.Test("inbox-summary")).ToHaveTextAsync("50 nieuw · 50 getoond");
        await member.Test("inbox-more").PressAsync("Enter");
        await Expect(lines).ToHaveCountAsync(61);
        await Expect(lines.Nth(50)).ToBeFocusedAsync();
        await Expect(member.Test("inbox-more")).ToHaveCountAsync(0);

        // By keyboard, and back by the browser's own button.
        await page.Locator("#inbox-waiting").FocusAsync();
        await page.Keyboard.PressAsync("m");
        await Expect(page).ToHaveURLAsync(new Regex(@"/desk/\?waiting=mine$"));
        await Expect(member.Test("inbox-empty")).ToHaveTextAsync("Je hebt niets opgepakt.");
        await Expect(page.Locator("#inbox-waiting")).ToBeFocusedAsync();
        Assert.Empty((await page.RunAxe()).Violations);
        await page.GoBackAsync();
        await Expect(lines).ToHaveCountAsync(50);
        await Expect(page.Locator("#inbox-waiting")).ToHaveValueAsync("");

        // Together, and there again after reload.
        await page.Locator("#inbox-waiting").SelectOptionAsync("nobody");
        await page.Locator("#inbox-stage").SelectOptionAsync("ontvangen");
        await page.Locator("#inbox-read").SelectOptionAsync("true");
        await Expect(page).ToHaveURLAsync(new Regex(@"\?stage=ontvangen&waiting=nobody&unread=true$"));
        await Expect(lines).ToHaveCountAsync(50);
        await page.ReloadAsync();
        await member.UnlockAsync(Site.Staff);
        await Expect(lines).ToHaveCountAsync(50);
        await Expect(page.Locator("#inbox-waiting")).ToHaveValueAsync("nobody");
        await Expect(page.Locator("#inbox-stage")).ToHaveValueAsync("ontvangen");
        await Expect(page.Locator("#inbox-read")).ToHaveValueAsync("true");
        await member.Test("inbox-more").ClickAsync();
        await Expect(lines).ToHaveCountAsync(61);

        // One that fits comes in by itself, among all that was asked for.
        await SendAsync(worker);
        await Expect(lines).ToHaveCountAsync(62);
        await lines.First.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"/signals/[0-9a-f-]+\?stage=ontvangen&waiting=nobody&unread=true$"));
        await Expect(lines).ToHaveCountAsync(61);
        await page.Locator("#inbox-read").SelectOptionAsync("");
        await Expect(lines).ToHaveCountAsync(50);
        await member.Test("take").ClickAsync();
        await Expect(member.Test("in-hand")).ToHaveTextAsync("Jij hebt dit opgepakt.");
        await Expect(page.Locator("[data-testid=inbox-item][aria-current=page]")).ToHaveCountAsync(0);

        // Esc leads back to the same list; one that does not fit stays out of it.
        await page.Locator("#inbox-waiting").FocusAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page).ToHaveURLAsync(new Regex(@"/desk/\?stage=ontvangen&waiting=nobody$"));
        await page.Locator("#inbox-stage").SelectOptionAsync("");
        await page.Locator("#inbox-waiting").SelectOptionAsync("mine");
        await Expect(lines).ToHaveCountAsync(1);
        var looked = page.WaitForResponseAsync(answer => answer.Url.EndsWith("/inbox?waiting=mine", StringComparison.Ordinal));
        await SendAsync(worker);
        await looked;
        await Expect(lines).ToHaveCountAsync(1);
        await member.Test("inbox-all").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/desk/$"));
        await Expect(lines).ToHaveCountAsync(50);
    }

    private static async Task SendAsync(FieldWorker worker)
    {
        await worker.Page.Locator("nav a[href$='signalen']").Last.ClickAsync();
        await worker.Test("new-signal").ClickAsync();
        await worker.WriteSignalAsync();
        await worker.Test("seal").ClickAsync();
        await Expect(worker.Test("signal-state")).ToHaveAttributeAsync("data-state", "received");
    }
}

using Deque.AxeCore.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>A morning at the inbox without a mouse.</summary>
public sealed class InboxWorkTests(SiteFixture fixture) : OwnSiteTests(fixture)
{
    [Fact]
    public async Task Keys_lead_through_the_inbox_and_back_and_own_work_is_found_apart()
    {
        var worker = new FieldWorker(await Phone.OpenAsync(), Site.Address);
        await worker.OpenAsync();
        await worker.EnrolAsync(Site.EnrolmentCode);
        await worker.Test("enrolled").WaitForAsync();
        await SendAsync(worker);
        await SendAsync(worker);
        var member = new DeskMember(await Office.OpenAsync(width: 1366, height: 768), Site.Address);
        await member.SignInAsync(Site.Staff);
        var lines = member.Test("inbox-item");
        await Expect(lines).ToHaveCountAsync(2);
        await Expect(member.Page.Locator(".desk-inbox__keys")).ToContainTextAsync("Enter opent");

        // Down and up, by arrows and by letters, and never past an end.
        await member.Page.Locator("#inbox-title").FocusAsync();
        await member.Page.Keyboard.PressAsync("j");
        await Expect(lines.First).ToBeFocusedAsync();
        await member.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(lines.Last).ToBeFocusedAsync();
        await member.Page.Keyboard.PressAsync("j");
        await Expect(lines.Last).ToBeFocusedAsync();
        await member.Page.Keyboard.PressAsync("k");
        await Expect(lines.First).ToBeFocusedAsync();
        await member.Page.Keyboard.PressAsync("Enter");
        await Expect(member.Test("in-hand")).ToHaveTextAsync("Niemand heeft dit opgepakt.");
        await Expect(member.Page.Locator("[data-testid=inbox-item][aria-current=page]")).ToHaveCountAsync(1);

        // What was typed is there again after Esc, and the keyboard stays where it pressed.
        await member.Test("take").FocusAsync();
        await member.Page.Keyboard.PressAsync("Enter");
        await Expect(member.Test("in-hand")).ToHaveTextAsync("Jij hebt dit opgepakt.");
        await Expect(member.Test("let-go")).ToBeFocusedAsync();
        await member.Test("advice").FillAsync("Een begin.");
        var signal = member.Page.Url;
        await member.Page.Keyboard.PressAsync("Escape");
        await Expect(member.Page.Locator("h1#inbox-title")).ToBeVisibleAsync();
        await Expect(member.Page.Locator("[data-testid=inbox-item][aria-current=page]")).ToHaveCountAsync(0);

        await member.Test("field-inbox-waiting").SelectOptionAsync("mine");
        await Expect(lines).ToHaveCountAsync(1);
        Assert.EndsWith((await lines.GetAttributeAsync("href") ?? "nothing").Split('?')[0], signal, StringComparison.Ordinal);
        Assert.Empty((await member.Page.RunAxe()).Violations);
        await lines.ClickAsync();
        await Expect(member.Test("advice")).ToHaveValueAsync("Een begin.");
        await member.Test("let-go").ClickAsync();
        await Expect(member.Test("inbox-empty")).ToHaveTextAsync("Je hebt niets opgepakt.");
        await Expect(member.Test("in-hand")).ToHaveTextAsync("Niemand heeft dit opgepakt.");
        await member.Test("field-inbox-waiting").SelectOptionAsync("second");
        await Expect(member.Test("inbox-empty")).ToHaveTextAsync("Er wacht niets op een tweede weger.");
        await member.Test("field-inbox-waiting").SelectOptionAsync("");
        await Expect(lines).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Two_signals_are_together_at_both_until_somebody_takes_them_apart()
    {
        var worker = new FieldWorker(await Phone.OpenAsync(), Site.Address);
        await worker.OpenAsync();
        await worker.EnrolAsync(Site.EnrolmentCode);
        await worker.Test("enrolled").WaitForAsync();
        await SendAsync(worker);
        await SendAsync(worker);
        var member = new DeskMember(await Office.OpenAsync(width: 1366, height: 768), Site.Address);
        await member.SignInAsync(Site.Staff);
        await member.Test("inbox-item").First.ClickAsync();
        var first = member.Page.Url;

        await member.Test("related-link").ClickAsync();
        await Expect(member.Test("related-refusal")).ToContainTextAsync("Kies eerst het signaal");
        await member.Test("field-related-signal").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Index = 1 });
        await member.Test("related-link").ClickAsync();
        await Expect(member.Test("related-done")).ToHaveTextAsync("Ze staan bij elkaar. Je ziet dat bij allebei.");
        await Expect(member.Test("related-item")).ToContainTextAsync("Bij elkaar gezet door");
        await Expect(member.Page.Locator("#related-signal option")).ToHaveCountAsync(1);
        Assert.Empty((await member.Page.RunAxe()).Violations);

        await member.Test("related-item").Locator("a").ClickAsync();
        await Expect(member.Page).Not.ToHaveURLAsync(first);
        await Expect(member.Test("related-item").Locator("a")).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex(new Uri(first).AbsolutePath.Split('/')[^1]));
        await member.Test("related-unlink").ClickAsync();
        await Expect(member.Test("related-done")).ToHaveTextAsync("Ze staan niet meer bij elkaar.");
        await Expect(member.Page.Locator("#related-title")).ToBeFocusedAsync();
        await member.Page.GotoAsync(first);
        await member.UnlockAsync(Site.Staff);
        await Expect(member.Test("related")).ToBeVisibleAsync();
        await Expect(member.Test("related-item")).ToHaveCountAsync(0);
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

using FieldKit.EndToEnd.Tests.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>An advice that begins with a template, with a guide and a helpline that the writer opens without a connection.</summary>
[Collection(SiteCollection.Name)]
public sealed class AdviceTests(SiteFixture fixture) : IAsyncLifetime
{
    private const string Title = "Houd contact en let hierop";
    private readonly BrowserProfile phone = new(fixture.Playwright);
    private readonly BrowserProfile office = new(fixture.Playwright);
    private RunningSite site = null!;

    public async Task InitializeAsync()
    {
        SetDefaultExpectTimeout(60_000);
        site = await RunningSite.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await phone.DisposeAsync();
        await office.DisposeAsync();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task Template_is_finished_by_hand_and_what_goes_with_it_opens_on_the_telephone_offline()
    {
        var worker = new FieldWorker(await phone.OpenAsync(), site.Address);
        await worker.OpenAsync();
        await worker.EnrolAsync(site.EnrolmentCode);
        await worker.Test("enrolled").WaitForAsync();
        await worker.Page.Locator("nav a[href$='signalen']").Last.ClickAsync();
        await worker.Test("new-signal").ClickAsync();
        await worker.WriteSignalAsync();
        await worker.Test("seal").ClickAsync();
        await Expect(worker.Test("signal-state")).ToHaveAttributeAsync("data-state", "received");

        var desk = new DeskMember(await office.OpenAsync(width: 1366, height: 768), site.Address);
        await desk.SignInAsync(site.Staff);
        await desk.OpenFirstAsync();
        await desk.Test("advice").FillAsync("Dank je wel.");
        await desk.Test("field-advice-template").SelectOptionAsync(new SelectOptionValue { Label = Title });
        await Expect(desk.Test("advice")).ToBeFocusedAsync();
        await Expect(desk.Test("advice")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^Dank je wel\\.\n\n"));
        await Expect(desk.Test("advice-blanks")).ToContainTextAsync("1");
        await desk.Test("send-answer").ClickAsync();
        await Expect(desk.Test("desk-refusal")).ToBeVisibleAsync();
        await Judge.HoldAsync(desk.Page, "a template with blanks");
        var before = await desk.Test("advice-link").CountAsync();
        await desk.Test("advice-link").First.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(desk.Test("advice-link")).ToHaveCountAsync(before - 1);
        await desk.Test("field-advice-link").SelectOptionAsync("contact T01");
        await Expect(desk.Test("advice-link")).ToHaveCountAsync(before);
        await desk.Test("advice").FillAsync((await desk.Test("advice").InputValueAsync()).Replace("[…]", "wat hij online deelt", StringComparison.Ordinal));
        await Expect(desk.Test("advice-blanks")).ToHaveCountAsync(0);
        await desk.Test("send-answer").ClickAsync();
        await desk.Test("answer-sent").WaitForAsync();
        await Expect(desk.Test("sent-links")).ToBeVisibleAsync();

        await worker.OpenAsync("signalen");
        await worker.UnlockAsync();
        await worker.Test("unread").WaitForAsync();
        await worker.Test("signal").ClickAsync();
        await Expect(worker.Test("advice-text")).ToContainTextAsync("wat hij online deelt");
        await Expect(worker.Test("advice-link")).ToHaveCountAsync(before);
        await worker.Page.Context.SetOfflineAsync(true);
        await worker.Test("advice-link").First.ClickAsync();
        await Expect(worker.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/gesprek/G"));
        await Expect(worker.Page.Locator("h1, h2").First).ToBeVisibleAsync();
    }
}

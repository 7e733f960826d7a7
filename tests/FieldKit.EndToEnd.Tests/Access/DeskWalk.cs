using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests.Access;

/// <summary>
/// From signing in to leaving, through every page and state of the desk of a municipality with a weegploeg, on a tablet held upright: each is
/// looked at in every theme, twice as large, by tab key, from right to left and, where it prints, on paper; in English for its words.
/// </summary>
public sealed class DeskWalk(SiteFixture fixture) : IAsyncLifetime
{
    private readonly BrowserProfile phone = new(fixture.Playwright);
    private readonly BrowserProfile office = new(fixture.Playwright);

    private RunningSite site = null!;
    private DeskMember member = null!;
    private Judge judge = null!;

    internal IReadOnlyList<Finding> Findings => judge.Findings;

    internal int Places => judge.Places;

    public async Task InitializeAsync()
    {
        site = await RunningSite.StartAsync(municipality: "nijmegen");
        try
        {
            var page = await office.OpenAsync(width: 768, height: 1024);
            await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
            (member, judge) = (new(page, site.Address), new(page));
            await ArriveAsync();
            await UnlockAsync();
            await ReadAsync();
            await WeighAsync();
            await AdministerAsync();
            await LeaveAsync();
        }
        finally
        {
            // Nothing is asked of the browsers any more; the tests only read.
            await phone.CloseAsync();
            await office.CloseAsync();
            await site.DisposeAsync();
        }
    }

    public async Task DisposeAsync()
    {
        await phone.DisposeAsync();
        await office.DisposeAsync();
    }

    private async Task ArriveAsync()
    {
        await member.Page.GotoAsync(new Uri(site.Address, "desk/").ToString());
        await member.Test("desk-name").WaitForAsync();
        await LookAsync("signing in");
        await member.Test("desk-begin").ClickAsync();
        await member.Test("field-begin-code").FillAsync("geen code");
        await member.Test("begin-look").ClickAsync();
        await member.Test("field-begin-code").WaitForAsync();
        await LookAsync("a start code that is none");
        await member.Page.GotoAsync(new Uri(site.Address, "desk/").ToString());
        await member.Test("desk-name").FillAsync(site.Staff.Name);
        await member.Test("desk-password").FillAsync("niet mijn wachtwoord");
        await member.Test("desk-sign-in").ClickAsync();
        await member.Test("desk-refusal").WaitForAsync();
        await LookAsync("a wrong password");
    }

    private async Task UnlockAsync()
    {
        await member.Test("desk-password").FillAsync(site.Staff.Password);
        await member.Test("desk-sign-in").ClickAsync();
        await member.Test("desk-elsewhere").ClickAsync();
        await LookAsync("the key is closed");
        await member.Test("desk-passphrase").FillAsync("niet mijn wachtzin");
        await member.Test("desk-unlock").ClickAsync();
        await member.Test("desk-refusal").WaitForAsync();
        await LookAsync("a wrong passphrase");
        await member.Test("desk-passphrase").FillAsync(site.Staff.Passphrase);
        await member.Test("desk-unlock").ClickAsync();
        await member.Test("inbox-empty").WaitForAsync();
        await LookAsync("an empty inbox");
    }

    private async Task ReadAsync()
    {
        var worker = new FieldWorker(await phone.OpenAsync(), site.Address) { City = "nijmegen" };
        await worker.OpenAsync();
        await worker.EnrolAsync(site.EnrolmentCode);
        await worker.Test("enrolled").WaitForAsync();
        await worker.Page.Locator("nav a[href$='signalen']").Last.ClickAsync();
        await worker.Test("new-signal").ClickAsync();
        await worker.WriteSignalAsync(names: ("Samira, 06 12 34 56 78", "Een jongen van het plein"));
        await worker.Test("seal").ClickAsync();
        await Expect(worker.Test("signal-state")).ToHaveAttributeAsync("data-state", "received");

        await member.Test("inbox-item").WaitForAsync();
        await LookAsync("an inbox with something new");
        foreach (var (waiting, read) in new[] { ("mine", ""), ("nobody", "true") })
        {
            await member.Page.Locator("#inbox-waiting").SelectOptionAsync(waiting);
            await member.Page.Locator("#inbox-read").SelectOptionAsync(read);
            await LookAsync($"the inbox, filter '{waiting}' '{read}'");
        }

        await member.Test("inbox-all").ClickAsync();
        await member.OpenFirstAsync();
        await member.Test("advice").WaitForAsync();
        await LookAsync("a signal");
        await member.Test("open-names").ClickAsync();
        await member.Test("names-refusal").WaitForAsync();
        await LookAsync("the page with names, without a reason");
        await member.Test("send-answer").ClickAsync();
        await member.Test("desk-refusal").WaitForAsync();
        await LookAsync("an answer without anything in it");
    }

    private async Task WeighAsync()
    {
        await member.Test("take").ClickAsync();
        await member.Test("let-go").WaitForAsync();
        await member.AnswerAsync("eerste-screening", "We kijken ernaar.");
        await member.AnswerAsync("weegploeg", "We wegen dit samen.");
        await member.Test("decide").ClickAsync();
        await member.Test("decision-refusal").WaitForAsync();
        await LookAsync("a step for two, nothing chosen");
        await member.Test("decision-casusoverleg").ClickAsync();
        await member.Test("decision-reason").FillAsync("Meer partners moeten meekijken.");
        await member.Test("decide").ClickAsync();
        await member.Test("decision-done").WaitForAsync();
        await LookAsync("a step that waits for a second person");
        await MeetAsync();
        await Measure.MoveAsync(member.Page, "nergens");
        await LookAsync("a page that is not there");
    }

    private async Task MeetAsync()
    {
        await member.Test("desk-meeting").ClickAsync();
        await member.Test("agenda-item").WaitForAsync();
        await LookAsync("a meeting's agenda");
        await member.Test("agenda-item").ClickAsync();
        await member.Test("entry-action").ClickAsync();
        await member.Test("field-entry-text").FillAsync("Jongerenwerk gaat langs.");
        await member.Test("entry-write").ClickAsync();
        await member.Test("entry-refusal").WaitForAsync();
        await LookAsync("an action without anybody to do it");
        await member.Test("field-entry-owner").FillAsync("Jongerenwerk");
        await member.Test("field-entry-due").FillAsync("2026-01-05");
        await member.Test("entry-write").ClickAsync();
        await member.Test("entry").WaitForAsync();
        await LookAsync("at the table");
        await member.Test("meeting-agenda").ClickAsync();
        await member.Test("action").WaitForAsync();
        await member.Test("minutes-names").ClickAsync();
        await member.Test("open-names").WaitForAsync();
        await LookAsync("minutes, and what is to be done");
        await member.Test("desk-inbox").ClickAsync();
        await member.Test("inbox-item").WaitForAsync();
    }

    private async Task AdministerAsync()
    {
        await member.Test("desk-administration").ClickAsync();
        await member.Test("device").WaitForAsync();
        await LookAsync("administration");
        await member.Test("to-log").ClickAsync();
        await member.Test("log-line").First.WaitForAsync();
        await member.Test("log-check").ClickAsync();
        await member.Test("log-checked").Locator("p").First.WaitForAsync();
        await LookAsync("the log");
        await member.Test("desk-administration").ClickAsync();
        await member.Test("to-state").ClickAsync();
        await member.Test("policy").WaitForAsync();
        await member.Test("system").WaitForAsync();
        await LookAsync("how things stand");
        await member.Test("desk-administration").ClickAsync();
        await member.Test("device").WaitForAsync();
        await member.Test("field-organisation").FillAsync("Buurtteam Noord");
        await member.Test("field-role").SelectOptionAsync("zorg");
        await member.Test("field-count").FillAsync("2");
        await member.Test("invite-do").ClickAsync();
        await member.Test("invitation-qr").First.WaitForAsync();
        await LookAsync("two invitations");
        await member.Test("sheet-away").ClickAsync();
        await member.Test("revoke-ask").First.ClickAsync();
        await LookAsync("asked whether a device has to go");
        await member.Test("member-do").ClickAsync();
        await member.Page.Locator("[aria-invalid=true]").First.WaitForAsync();
        await LookAsync("a colleague without a name");
        await member.Test("field-member-name").FillAsync("Noor");
        await member.Test("member-role-screener").CheckAsync();
        await member.Test("field-member-password").FillAsync(site.Staff.Password);
        await member.Test("member-do").ClickAsync();
        await member.Test("start-code").WaitForAsync();
        await LookAsync("a start code");
        await member.Test("start-away").ClickAsync();
        await member.Test("deed-remove").First.ClickAsync();
        await member.Test("deed").WaitForAsync();
        await LookAsync("asked whether a colleague has to go");
        await member.Test("desk-account").ClickAsync();
        await member.Test("passkey-add").WaitForAsync();
        await LookAsync("an account without passkeys");
        await member.Test("desk-elsewhere").ClickAsync();
        await member.Test("passkey-add").ClickAsync();
        await member.Page.Locator("[aria-invalid=true]").First.WaitForAsync();
        await LookAsync("a passkey without a name");
    }

    private async Task LeaveAsync()
    {
        await member.Test("desk-lock").ClickAsync();
        await member.Test("desk-passphrase").WaitForAsync();
        await LookAsync("locked by hand");
    }

    private async Task LookAsync(string place)
    {
        await member.Page.EvaluateAsync("() => scrollTo(0, 0)");
        await judge.LookAsync($"desk, {place}");
        await SpeakAsync("en");
        await judge.LookAtWordsAsync($"desk, {place}, in English");
        await SpeakAsync("nl");
    }

    private async Task SpeakAsync(string language)
    {
        await member.Page.Locator(".fk-language").ClickAsync();
        await Expect(member.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
    }
}

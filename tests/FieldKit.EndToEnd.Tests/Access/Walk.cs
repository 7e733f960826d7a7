using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests.Access;

/// <summary>
/// From the first question to a signal that was answered, through every page, in one browser: each is looked at in every theme,
/// twice as large, by tab key, from right to left and, where it prints, on paper; the pages for reading once more in English.
/// </summary>
public sealed class Walk(SiteFixture fixture) : IAsyncLifetime
{
    private static readonly string[] AnyTime =
    [
        "/", "/route", "/route?gemeente=utrecht", "/route/F01", "/route/F05/stap/gevaar", "/route/F03/kaart", "/route/F03/kaart?als=lijst",
        "/route/gemeente/utrecht", "/route/gemeente/utrecht?als=lijst", "/gesprek/G01/leiden/voor-de-bel", "/gesprek",
        "/gesprek/G01", "/gesprek/G01/stoppen", "/gesprek/G01/leiden", "/bellen", "/bellen/T06", "/bellen/T22", "/bellen/eigen/nieuw", "/bellen?situatie=klacht&nu=open",
        "/gevaar", "/zoeken", "/oefenen", "/oefenen/K01", "/instellingen", "/privacy", "/toegankelijkheid", "/niet-gevonden", "/route/F99", "/koppelen",
    ];

    private static readonly string[] FormParts = ["s0", "s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8"];

    private readonly BrowserProfile profile = new(fixture.Playwright);
    private readonly List<string> visited = [];

    private RunningSite site = null!;
    private FieldWorker worker = null!;
    private Judge judge = null!;

    internal IReadOnlyList<string> Visited => visited;

    internal IReadOnlyList<Finding> Findings => judge.Findings;

    internal int Places => judge.Places;

    private IPage Page => worker.Page;

    public async Task InitializeAsync()
    {
        site = await RunningSite.StartAsync();
        try
        {
            var page = await profile.OpenAsync(width: 320, height: 640);
            await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
            (worker, judge) = (new(page, site.Address), new(page));
            await BeforeLinkingAsync();
            await LinkAsync();
            await ReadAsync();
            await ReadInEnglishAsync();
            await WriteAsync();
            await WaitForConnectionAsync();
            await BeAnsweredAsync();
            await LockAsync();
        }
        finally
        {
            // Nothing is asked of the browser any more; the tests only read.
            await profile.CloseAsync();
            await site.DisposeAsync();
        }
    }

    public async Task DisposeAsync() => await profile.DisposeAsync();

    private async Task BeforeLinkingAsync()
    {
        await worker.OpenAsync();
        await worker.Test("first-run").WaitForAsync();
        await judge.LookAsync("the first question");
        await worker.Test("first-nl").ClickAsync();
        await worker.Test("first-utrecht").WaitForAsync();
        await judge.LookAsync("the second question");
        await worker.Test("first-utrecht").ClickAsync();
        await Page.Locator("[data-question=Role]").WaitForAsync();
        await judge.LookAsync("the third question");
        await worker.Test("first-jongerenwerk").ClickAsync();
        await worker.Test("first-done").WaitForAsync();
        await judge.LookAsync("the questions answered");
        await VisitAsync("/ontgrendelen");
        await VisitAsync("/instellingen", "nothing linked");
    }

    private async Task LinkAsync()
    {
        await MoveAsync("/koppelen");
        await worker.Test("enrol-code").FillAsync("een code");
        await worker.Test("enrol-submit").ClickAsync();
        await worker.Test("enrol-problem").WaitForAsync();
        await judge.LookAsync("a wrong code");
        await worker.EnterCodeAsync(site.EnrolmentCode);
        await worker.Test("pin-new").FillAsync(FieldWorker.Pin);
        await worker.Test("pin-submit").ClickAsync();
        await Page.Locator("[aria-invalid=true]").First.WaitForAsync();
        await judge.LookAsync("a PIN that was not repeated");
        await worker.Test("pin-new").FillAsync(FieldWorker.Pin);
        await worker.Test("pin-repeat").FillAsync(FieldWorker.Pin);
        await worker.Test("pin-submit").ClickAsync();
        await worker.Test("enrolled").WaitForAsync();
        await judge.LookAsync("linked");
        // The walk takes longer than five minutes on a slow machine, and touches nothing.
        await MoveAsync("/instellingen");
        await worker.Test("setting-lock-60").CheckAsync(new() { Force = true });
    }

    private async Task ReadAsync()
    {
        foreach (var address in AnyTime)
        {
            await VisitAsync(address);
        }

        await MoveAsync("/zoeken");
        await worker.Test("search").FillAsync("aanslag");
        await worker.Test("search-found").Locator("li").First.WaitForAsync();
        await judge.LookAsync("what search found");
        await MoveAsync("/bellen/eigen/nieuw");
        await worker.Test("field-own-name").FillAsync("Taakaccenthouder");
        await worker.Test("field-own-phone").FillAsync("030 286 00 00");
        await worker.Test("own-save").ClickAsync();
        await worker.Test("own-numbers").WaitForAsync();
        await judge.LookAsync("/bellen, with an own number");
        await VisitAsync("/" + (await Page.Locator("[data-testid^=own-change-]").First.GetAttributeAsync("href"))!.TrimStart('/'));
    }

    private async Task ReadInEnglishAsync()
    {
        await SpeakAsync("en");
        foreach (var address in AnyTime)
        {
            await MoveAsync(address);
            await judge.LookAtWordsAsync($"{address}, in English");
        }

        await SpeakAsync("nl");
    }

    private async Task SpeakAsync(string language)
    {
        await MoveAsync("/instellingen");
        await worker.Test($"setting-language-{language}").CheckAsync(new() { Force = true });
        await Expect(Page.Locator("html")).ToHaveAttributeAsync("lang", language);
    }

    private async Task WriteAsync()
    {
        await VisitAsync("/signalen", "none yet");
        var form = await StartFormAsync();
        await worker.WriteSignalAsync();
        foreach (var part in FormParts)
        {
            await VisitAsync($"{form}/{part}");
        }

        await VisitAsync($"/signalen/nakijken/{form.Split('/')[^1]}");
        await worker.Test("seal").ClickAsync();
        await Expect(worker.Test("signal-state")).ToHaveAttributeAsync("data-state", "received");
        var signal = worker.Address;
        await VisitAsync(signal);
        await VisitAsync($"{signal}/aanvullen");
        await VisitAsync($"{signal}/intrekken");
    }

    // Offline: a signal that waits, and beside it a draft and the one that arrived.
    private async Task WaitForConnectionAsync()
    {
        await StartFormAsync();
        await worker.ChooseAsync("s0_gevaar", "ja");
        await judge.LookAsync("the form that stops for danger");
        await StartFormAsync();
        await profile.SetOfflineAsync(true);
        await worker.WriteSignalAsync();
        await worker.Test("seal").ClickAsync();
        await Expect(worker.Test("signal-state")).ToHaveAttributeAsync("data-state", "sealed");
        var waiting = worker.Address;
        await VisitAsync(waiting, "waiting");
        await VisitAsync($"{waiting}/intrekken", "waiting");
        await VisitAsync("/signalen", "a draft, one that waits and one that was sent");
        await profile.SetOfflineAsync(false);
        await MoveAsync(waiting);
        await Expect(worker.Test("signal-state")).ToHaveAttributeAsync("data-state", "received");
        await MoveAsync($"{waiting}/intrekken");
        await worker.Test("send-withdrawal").ClickAsync();
        await Expect(worker.Test("signal-state")).ToHaveAttributeAsync("data-state", "withdrawn");
        await judge.LookAsync("a signal that was withdrawn");
    }

    private async Task BeAnsweredAsync()
    {
        var desk = await profile.NewTabAsync();
        await desk.SetViewportSizeAsync(1366, 768);
        var (member, atDesk) = (new DeskMember(desk, site.Address), new Judge(desk));
        await desk.GotoAsync(new Uri(site.Address, "desk/").ToString());
        await member.Test("desk-name").WaitForAsync();
        await atDesk.AxeAsync("desk, signing in");
        await member.SignInAsync(site.Staff);
        await member.Test("inbox-item").First.WaitForAsync();
        await atDesk.AxeAsync("desk, the list");
        await member.Page.Locator("[data-testid=inbox-item]:not(:has([data-testid=inbox-withdrawn]))").First.ClickAsync();
        await member.Test("advice").FillAsync("Bel mij morgen.");
        await atDesk.AxeAsync("desk, a signal");
        await member.Test("send-answer").ClickAsync();
        await member.Test("answer-sent").WaitForAsync();
        await desk.CloseAsync();
        judge.Take(atDesk);

        // It asks for answers when it starts.
        await worker.OpenAsync("signalen");
        await worker.UnlockAsync();
        await worker.Test("unread").WaitForAsync();
        await judge.LookAsync("/signalen, with an answer");
        await worker.Test("signal").First.ClickAsync();
        await worker.Test("advice-text").WaitForAsync();
        await judge.LookAsync("a signal that was answered");
        await MoveAsync("/signalen");
        await worker.Test("draft-delete").First.ClickAsync();
        await worker.Test("undo").WaitForAsync();
        await judge.LookAsync("a draft that was removed");
    }

    private async Task LockAsync()
    {
        await worker.Test("lock").ClickAsync();
        await Page.Locator("[data-testid=start-signal], [data-testid=unlock-pin]").First.WaitForAsync();
        await VisitAsync("/ontgrendelen", "locked");
        await worker.Test("unlock-pin").FillAsync("000000");
        await worker.Test("unlock-submit").ClickAsync();
        await Page.Locator("[aria-invalid=true]").WaitForAsync();
        await judge.LookAsync("a wrong PIN");
    }

    private async Task<string> StartFormAsync()
    {
        await MoveAsync("/signalen/nieuw");
        await Page.Locator("[data-testid^='option-s0_gevaar-']").First.WaitForAsync();
        visited.Add(worker.Address);
        return worker.Address;
    }

    private async Task VisitAsync(string address, string? state = null)
    {
        await MoveAsync(address);
        // "?als=lijst" only changes the page that one is on: the focus stays on what was pressed.
        if (!address.Contains('?', StringComparison.Ordinal))
        {
            await judge.ArriveAsync(address);
        }

        await judge.LookAsync(state is null ? address : $"{address}, {state}");
    }

    private Task MoveAsync(string address)
    {
        visited.Add(address);
        return Measure.MoveAsync(Page, address);
    }
}

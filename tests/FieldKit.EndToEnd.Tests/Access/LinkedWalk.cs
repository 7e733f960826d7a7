using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests.Access;

/// <summary>A device that is linked and unlocked, with a draft, a signal that arrived and an own number: every page has something on it.</summary>
internal sealed class LinkedWalk(FieldWorker worker)
{
    private readonly List<string> addresses =
    [
        "/", "/route", "/route/F01", "/route/F05/stap/gevaar", "/route/F03/kaart", "/route/F03/kaart?als=lijst",
        "/route/gemeente/utrecht", "/route/gemeente/utrecht?als=lijst", "/route/gemeente/arnhem",
        "/gesprek", "/gesprek/G01", "/gesprek/G05", "/gesprek/G01/stoppen", "/gesprek/G01/leiden", "/gesprek/G01/leiden/voor-de-bel", "/gesprek/G05/leiden",
        "/bellen", "/bellen/T06", "/bellen/T22", "/bellen/eigen/nieuw", "/bellen?situatie=klacht&nu=open", "/gevaar", "/zoeken", "/oefenen", "/oefenen/K01",
        "/instellingen", "/privacy", "/toegankelijkheid", "/niet-gevonden", "/route/F99", "/signalen", "/signalen/nieuw", "/koppelen", "/ontgrendelen",
    ];

    public IReadOnlyList<string> Addresses => addresses;

    public async Task PrepareAsync(string code)
    {
        await worker.EnrolAsync(code);
        await worker.Test("enrolled").WaitForAsync();
        await MoveAsync("/bellen/eigen/nieuw");
        await worker.Test("field-own-name").FillAsync("Taakaccenthouder");
        await worker.Test("field-own-phone").FillAsync("030 286 00 00");
        await worker.Test("own-save").ClickAsync();
        await worker.Test("own-numbers").WaitForAsync();
        addresses.Add("/bellen/eigen/" + (await worker.Page.Locator("[data-testid^=own-change-]").First.GetAttributeAsync("href"))!.Split('/')[^1]);
        await SealAsync();
        await DraftAsync();
    }

    /// <summary>Goes to a page within the app, so that the vault stays open.</summary>
    public async Task MoveAsync(string address)
    {
        await worker.Page.EvaluateAsync("address => globalThis.Blazor.navigateTo(address)", address);
        await worker.Page.Locator("h1[tabindex]").First.WaitForAsync();
        await Expect(worker.Page.Locator("[data-testid=no-content], .fk-map__drawing")).ToHaveCountAsync(0);
        // What is drawn after the page: what is folded away, what comes from the vault.
        await worker.Page.EvaluateAsync("() => new Promise(done => setTimeout(done, 250))");
    }

    private async Task SealAsync()
    {
        await MoveAsync("/signalen/nieuw");
        await worker.WriteSignalAsync();
        await worker.Test("seal").ClickAsync();
        await Expect(worker.Test("signal-state")).ToHaveAttributeAsync("data-state", "received", new() { Timeout = 60_000 });
        addresses.AddRange([worker.Address, $"{worker.Address}/aanvullen", $"{worker.Address}/intrekken"]);
    }

    // Each part of the form is a page of its own.
    private async Task DraftAsync()
    {
        await MoveAsync("/signalen/nieuw");
        await worker.Page.Locator("[data-testid^='option-s0_gevaar-']").First.WaitForAsync();
        var form = worker.Address;
        addresses.Add(form);
        await worker.WriteSignalAsync();
        var draft = form.Split('/')[3];
        addresses.AddRange(new[] { "s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8" }.Select(part => $"/signalen/concept/{draft}/{part}"));
        addresses.Add($"/signalen/nakijken/{draft}");
    }
}

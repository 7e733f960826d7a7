using FieldKit.EndToEnd.Tests.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>A colleague comes, loses the passphrase, gets the key again, and leaves.</summary>
[Collection(SiteCollection.Name)]
public sealed class StaffKeysTests(SiteFixture fixture) : IAsyncLifetime
{
    private const string Password = "een-lang-wachtwoord";
    private const string Passphrase = "een nog langere wachtzin";
    private readonly BrowserProfile phone = new(fixture.Playwright);
    private readonly BrowserProfile office = new(fixture.Playwright);
    private readonly BrowserProfile home = new(fixture.Playwright);
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
        await home.DisposeAsync();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task Colleague_begins_gets_the_key_loses_the_passphrase_is_helped_and_removed()
    {
        var worker = new FieldWorker(await phone.OpenAsync(), site.Address);
        await worker.OpenAsync();
        await worker.EnrolAsync(site.EnrolmentCode);
        await worker.Test("enrolled").WaitForAsync();
        await worker.Page.Locator("nav a[href$='signalen']").Last.ClickAsync();
        await worker.Test("new-signal").ClickAsync();
        await worker.WriteSignalAsync("De scooter stond er weer.");
        await worker.Test("seal").ClickAsync();
        await Expect(worker.Test("signal-state")).ToHaveAttributeAsync("data-state", "received");
        var holder = new DeskMember(await office.OpenAsync(width: 1366, height: 768), site.Address);
        await holder.SignInAsync(site.Staff);
        await holder.Test("desk-administration").ClickAsync();
        await holder.Test("field-member-name").FillAsync("Noor");
        await holder.Test("member-role-screener").CheckAsync();
        await holder.Test("field-member-password").FillAsync("niet mijn wachtwoord");
        await holder.Test("member-do").ClickAsync();
        await Expect(holder.Test("field-member-password")).ToHaveAttributeAsync("aria-invalid", "true");
        await holder.Test("field-member-password").FillAsync(site.Staff.Password);
        await holder.Test("member-do").ClickAsync();
        await Expect(holder.Test("staff-start")).ToHaveCountAsync(1);
        await Expect(holder.Page.Locator("#staff-title")).ToBeFocusedAsync();
        await NothingIsWrongAsync(holder.Page, "a start code");

        var colleague = new DeskMember(await home.OpenAsync(width: 768, height: 1024), site.Address);
        await colleague.Page.GotoAsync(new Uri(site.Address, "desk/").ToString());
        await colleague.Page.Locator(".fk-language").ClickAsync();
        var fingerprint = await BeginAsync(colleague, await TakeCodeAsync(holder), Passphrase, isNew: true);
        await SignInAsync(colleague, Passphrase);
        await Expect(colleague.Test("inbox-item")).ToHaveCountAsync(1);
        await GiveAsync(holder, fingerprint);
        await ReadsAsync(colleague, Passphrase);

        // The passphrase is lost: another one, another key, given again. The former opens nothing.
        await holder.Test("staff-member").Filter(new() { HasText = "Noor" }).GetByTestId("deed-again").ClickAsync();
        await holder.Test("field-deed-secret").FillAsync(site.Staff.Password);
        await holder.Test("deed-do").ClickAsync();
        await colleague.Test("desk-sign-out").ClickAsync();
        var second = await BeginAsync(colleague, await TakeCodeAsync(holder), Passphrase + " twee", isNew: false);
        Assert.NotEqual(fingerprint, second);
        await SignInAsync(colleague, Passphrase);
        await Expect(colleague.Test("desk-refusal")).ToBeVisibleAsync();
        await GiveAsync(holder, second);
        await ReadsAsync(colleague, Passphrase + " twee", isLocked: true);

        // Removed: out at once, and not in again.
        await holder.Test("staff-member").Filter(new() { HasText = "Noor" }).GetByTestId("deed-remove").ClickAsync();
        await holder.Page.SetViewportSizeAsync(768, 1024);
        await NothingIsWrongAsync(holder.Page, "a colleague about to be removed");
        await holder.Test("field-deed-secret").FillAsync(site.Staff.Password);
        await holder.Test("deed-do").ClickAsync();
        await Expect(holder.Test("staff-member").Filter(new() { HasText = "Noor" })).ToHaveCountAsync(0);
        await colleague.Page.ReloadAsync();
        await Expect(colleague.Test("desk-name")).ToBeVisibleAsync();
        await SignInAsync(colleague, null);
        await Expect(colleague.Test("desk-refusal")).ToBeVisibleAsync();
    }

    private static async Task<string> TakeCodeAsync(DeskMember holder)
    {
        var code = await holder.Test("start-code").InnerTextAsync();
        await holder.Test("start-away").ClickAsync();
        await Expect(holder.Test("start-code")).ToHaveCountAsync(0);
        return code;
    }

    /// <returns>The fingerprint that the colleague reads aloud.</returns>
    private async Task<string> BeginAsync(DeskMember colleague, string code, string passphrase, bool isNew)
    {
        await colleague.Page.GotoAsync(new Uri(site.Address, "desk/").ToString());
        await colleague.Test("desk-begin").ClickAsync();
        await colleague.Test("field-begin-code").FillAsync(code.ToLowerInvariant());
        await NothingIsWrongAsync(colleague.Page, "the start code");
        await colleague.Test("begin-look").ClickAsync();
        if (isNew)
        {
            await Expect(colleague.Test("field-begin-name")).ToHaveValueAsync("Noor");
        }

        await colleague.Test("field-begin-password").FillAsync(Password);
        await colleague.Test("field-begin-passphrase").FillAsync(passphrase);
        await colleague.Test("begin-do").ClickAsync();
        await Expect(colleague.Test("desk-refusal")).ToBeVisibleAsync();
        await NothingIsWrongAsync(colleague.Page, "a passphrase that was not repeated");
        await colleague.Test("field-begin-repeat").FillAsync(passphrase);
        await colleague.Test("begin-do").ClickAsync();
        var fingerprint = await colleague.Test("begin-fingerprint").InnerTextAsync();
        await colleague.Test("begin-to-sign-in").ClickAsync();
        return fingerprint;
    }

    private static async Task SignInAsync(DeskMember colleague, string? passphrase)
    {
        await colleague.Test("desk-name").FillAsync("Noor");
        await colleague.Test("desk-password").FillAsync(Password);
        await colleague.Test("desk-sign-in").ClickAsync();
        if (passphrase is not null)
        {
            await colleague.Test("desk-passphrase").FillAsync(passphrase);
            await colleague.Test("desk-unlock").ClickAsync();
        }
    }

    private async Task GiveAsync(DeskMember holder, string fingerprint)
    {
        // The table learns of the new key when it is looked at again.
        await holder.Test("desk-inbox").ClickAsync();
        await holder.Test("desk-administration").ClickAsync();
        await holder.Test("deed-access").ClickAsync();
        await Expect(holder.Test("deed-fingerprint")).ToHaveTextAsync(fingerprint);
        await NothingIsWrongAsync(holder.Page, "the fingerprint to compare");
        await holder.Test("field-deed-secret").FillAsync("een andere wachtzin");
        await holder.Test("deed-do").ClickAsync();
        await Expect(holder.Test("deed-refusal")).ToBeVisibleAsync();
        await holder.Test("field-deed-secret").FillAsync(site.Staff.Passphrase);
        await holder.Test("deed-do").ClickAsync();
        await Expect(holder.Test("deed")).ToHaveCountAsync(0);
        await Expect(holder.Test("staff-waiting")).ToHaveCountAsync(0);
    }

    /// <summary>The key that was given comes with opening one's own again.</summary>
    private static async Task ReadsAsync(DeskMember colleague, string passphrase, bool isLocked = false)
    {
        if (!isLocked)
        {
            await colleague.Test("desk-lock").ClickAsync();
        }

        await colleague.Test("desk-passphrase").FillAsync(passphrase);
        await colleague.Test("desk-unlock").ClickAsync();
        await colleague.OpenFirstAsync();
        await Expect(colleague.Test("signal-fact").First).ToContainTextAsync("De scooter stond er weer.");
    }

    private static async Task NothingIsWrongAsync(IPage page, string place)
    {
        // The bar stays in sight, over what was scrolled under it.
        await page.EvaluateAsync("() => scrollTo(0, 0)");
        var judge = new Judge(page);
        await judge.AxeAsync(place);
        var room = await Measure.RoomAsync(page);
        var small = await Measure.SmallAsync(page);
        if (Environment.GetEnvironmentVariable("FIELDKIT_PICTURES") is { } folder)
        {
            foreach (var theme in new[] { "dark", "light" })
            {
                await Measure.SetThemeAsync(page, theme);
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{place.Replace(' ', '-')}-{theme}.png"), FullPage = true });
            }
        }

        await Measure.SetThemeAsync(page, "light");
        Assert.Equal("", string.Join('\n', [.. judge.Findings.Select(finding => $"{finding.Place}: {finding.What}"), .. room, .. small]));
    }
}

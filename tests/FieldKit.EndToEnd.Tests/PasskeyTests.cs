using FieldKit.EndToEnd.Tests.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>A staff member signs in with a passkey: added, used, removed; and what is open elsewhere is ended from here.</summary>
[Collection(SiteCollection.Name)]
public sealed class PasskeyTests(SiteFixture fixture) : IAsyncLifetime
{
    private readonly BrowserProfile phone = new(fixture.Playwright);
    private readonly BrowserProfile office = new(fixture.Playwright);
    private readonly BrowserProfile home = new(fixture.Playwright);
    private RunningSite site = null!;

    public async Task InitializeAsync() => site = await RunningSite.StartAsync();

    public async Task DisposeAsync()
    {
        await phone.DisposeAsync();
        await office.DisposeAsync();
        await home.DisposeAsync();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task Passkey_is_added_signs_in_and_is_removed_and_signing_out_everywhere_ends_the_other_browser()
    {
        await WriteASignalAsync();
        var member = new DeskMember(await office.OpenAsync(width: 1366, height: 768), site.Address);
        await using var owner = await VirtualOwner.WithAsync(member.Page);
        await member.SignInAsync(site.Staff);
        await AddAsync(member);

        await member.Test("desk-sign-out").ClickAsync();
        await UnlockWithPasskeyAsync(member);
        await member.OpenFirstAsync();
        await Expect(member.Test("signal-fact").First).ToContainTextAsync("De scooter stond er weer.");

        await RemoveAsync(member);
        await member.Test("desk-sign-out").ClickAsync();
        await member.Test("desk-passkey").ClickAsync();
        await Expect(member.Test("desk-passkey-refusal")).ToContainTextAsync("niet inloggen");
        await NothingIsWrongAsync(member.Page, "a passkey that was removed");

        await SignOutElsewhereAsync(member);
    }

    [Fact]
    public async Task Who_is_not_recognised_by_the_device_is_not_signed_in_and_may_take_the_password()
    {
        var member = new DeskMember(await office.OpenAsync(width: 768, height: 1024), site.Address);
        await using var owner = await VirtualOwner.WithAsync(member.Page);
        await member.SignInAsync(site.Staff);
        await AddAsync(member);
        await member.Test("desk-sign-out").ClickAsync();
        await owner.IsRecognisedAsync(false);
        await member.Test("desk-passkey").ClickAsync();
        await Expect(member.Test("desk-passkey-refusal")).ToContainTextAsync("geen passkey gebruikt");
        await member.SignInAsync(site.Staff);
        await Expect(member.Test("desk-lock")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Browser_without_passkeys_signs_in_with_name_and_password_and_says_why_it_adds_none()
    {
        var page = await office.OpenAsync(width: 768, height: 1024);
        await page.AddInitScriptAsync("delete globalThis.PublicKeyCredential");
        var member = new DeskMember(page, site.Address);
        await member.SignInAsync(site.Staff);
        await member.Test("desk-account").ClickAsync();
        await Expect(member.Test("passkey-cannot")).ToBeVisibleAsync();
        await Expect(member.Test("passkey-add")).ToHaveCountAsync(0);
        await member.Test("desk-sign-out").ClickAsync();
        await Expect(member.Test("desk-sign-in")).ToBeVisibleAsync();
        await Expect(member.Test("desk-passkey")).ToHaveCountAsync(0);
    }

    private async Task WriteASignalAsync()
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
    }

    private async Task AddAsync(DeskMember member)
    {
        await member.Test("desk-account").ClickAsync();
        await Expect(member.Test("passkeys-none")).ToBeVisibleAsync();
        await NothingIsWrongAsync(member.Page, "no passkey yet");
        await member.Test("field-passkey-name").FillAsync("Laptop van werk");
        await member.Test("field-passkey-password").FillAsync("niet mijn wachtwoord");
        await member.Test("passkey-add").ClickAsync();
        await Expect(member.Test("field-passkey-password")).ToHaveAttributeAsync("aria-invalid", "true");

        await member.Test("field-passkey-password").FillAsync(site.Staff.Password);
        await member.Test("passkey-add").ClickAsync();
        await Expect(member.Test("passkey")).ToHaveCountAsync(1);
        await Expect(member.Page.Locator("#passkeys-title")).ToBeFocusedAsync();
        await Expect(member.Test("passkey-used")).ToHaveTextAsync("Nog niet");
        await NothingIsWrongAsync(member.Page, "one passkey");

        // One device, one passkey: the browser knows it.
        await member.Test("field-passkey-name").FillAsync("Nog een keer");
        await member.Test("field-passkey-password").FillAsync(site.Staff.Password);
        await member.Test("passkey-add").ClickAsync();
        await Expect(member.Test("passkey-refusal")).ToContainTextAsync("al een passkey");
    }

    private async Task UnlockWithPasskeyAsync(DeskMember member)
    {
        await member.Test("desk-passkey").ClickAsync();
        await Expect(member.Test("desk-passphrase")).ToBeVisibleAsync();
        await member.Test("desk-passphrase").FillAsync(site.Staff.Passphrase);
        await member.Test("desk-unlock").ClickAsync();
        await member.Test("desk-inbox").Or(member.Test("desk-account")).First.WaitForAsync();
        if (await member.Test("desk-inbox").CountAsync() > 0)
        {
            await member.Test("desk-inbox").ClickAsync();
        }
    }

    private static async Task RemoveAsync(DeskMember member)
    {
        await member.Test("desk-account").ClickAsync();
        await Expect(member.Test("passkey-used")).Not.ToHaveTextAsync("Nog niet");
        await member.Page.SetViewportSizeAsync(768, 1024);
        await member.Test("passkey-remove-ask").ClickAsync();
        await NothingIsWrongAsync(member.Page, "a passkey about to be removed");
        await member.Page.SetViewportSizeAsync(1366, 768);
        await member.Test("passkey-remove-do").ClickAsync();
        await Expect(member.Test("passkey")).ToHaveCountAsync(0);
    }

    /// <summary>First of one's own other browser, then of a colleague's.</summary>
    private async Task SignOutElsewhereAsync(DeskMember member)
    {
        var other = new DeskMember(await home.OpenAsync(width: 768, height: 1024), site.Address);
        await other.Page.GotoAsync(new Uri(site.Address, "desk/").ToString());
        await other.Page.Locator(".fk-language").ClickAsync();
        await NothingIsWrongAsync(other.Page, "signing in in English");
        await other.SignInAsync(site.Staff);
        await other.OpenFirstAsync();
        await Expect(other.Test("signal-fact").First).ToBeVisibleAsync();
        await NothingIsWrongAsync(other.Page, "the bar above a signal in English");
        await member.SignInAsync(site.Staff);
        await member.Test("desk-account").ClickAsync();
        await member.Test("desk-elsewhere").ClickAsync();
        await member.Test("desk-sign-out-everywhere").ClickAsync();
        await Expect(member.Test("desk-name")).ToBeVisibleAsync();
        await other.Page.ReloadAsync();
        await Expect(other.Test("desk-name")).ToBeVisibleAsync();

        await other.Page.GotoAsync(new Uri(site.Address, "desk/").ToString());
        await other.Test("desk-name").FillAsync(site.Staff.Weigher);
        await other.Test("desk-password").FillAsync(site.Staff.WeigherPassword);
        await other.Test("desk-sign-in").ClickAsync();
        await Expect(other.Test("desk-passphrase")).ToBeVisibleAsync();
        await member.SignInAsync(site.Staff);
        await member.Test("desk-administration").ClickAsync();
        var colleague = member.Test("staff-member").Filter(new() { HasText = site.Staff.Weigher });
        await colleague.GetByTestId("deed-sign-out").ClickAsync();
        await NothingIsWrongAsync(member.Page, "a colleague about to be signed out");
        await member.Test("deed-do").ClickAsync();
        await Expect(member.Test("staff-said")).ToContainTextAsync(site.Staff.Weigher);
        await other.Page.ReloadAsync();
        await Expect(other.Test("desk-name")).ToBeVisibleAsync();
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

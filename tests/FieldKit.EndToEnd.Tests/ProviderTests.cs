using System.Text.Json;
using FieldKit.EndToEnd.Tests.Access;
using FieldKit.TestKit.IdentityProvider;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>A staff member signs in with the municipality's own account: linked in Mijn account, used, unlinked. The provider is a real one, on another origin.</summary>
[Collection(SiteCollection.Name)]
public sealed class ProviderTests(SiteFixture fixture) : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly BrowserProfile phone = new(fixture.Playwright);
    private readonly BrowserProfile office = new(fixture.Playwright);
    private readonly BrowserProfile elsewhere = new(fixture.Playwright);
    private IdentityProvider provider = null!;
    private RunningSite site = null!;

    public async Task InitializeAsync()
    {
        provider = await IdentityProvider.StartAsync();
        var file = folder.File("provider.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new
        {
            municipality = "utrecht",
            authority = provider.Address.AbsoluteUri,
            clientId = IdentityProvider.Client,
            name = new { nl = "je Utrecht-account", en = "your Utrecht account" },
            scopes = new[] { "groups" },
            groupsClaim = "groups",
            roles = new { meldpunt = "screener" },
        }));
        site = await RunningSite.StartAsync(switches: ["--providers", file]);
        await provider.ServeAsync(null, new Uri(site.Address, "api/v1/staff/providers/utrecht/return"));
        await provider.GroupAsync("s.jansen", "meldpunt");
    }

    public async Task DisposeAsync()
    {
        await phone.DisposeAsync();
        await office.DisposeAsync();
        await elsewhere.DisposeAsync();
        await site.DisposeAsync();
        await provider.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Account_is_linked_signs_in_and_is_unlinked_and_the_passphrase_still_opens_the_key()
    {
        await WriteASignalAsync();
        var member = new DeskMember(await office.OpenAsync(width: 1366, height: 768), site.Address);
        await RefusedBeforeLinkingAsync(member);
        await LinkAsync(member);

        await member.Test("desk-sign-out").ClickAsync();
        await member.Test("desk-provider").ClickAsync();
        await Expect(member.Test("desk-passphrase")).ToBeVisibleAsync();
        Assert.Equal(new Uri(site.Address, "desk/").ToString(), member.Page.Url);
        await member.UnlockAsync(site.Staff);
        await member.OpenFirstAsync();
        await Expect(member.Test("signal-fact").First).ToContainTextAsync("De scooter stond er weer.");

        await UnlinkAsync(member);
        await member.Test("desk-sign-out").ClickAsync();
        await member.Test("desk-provider").ClickAsync();
        await Expect(member.Test("provider-refusal")).ToContainTextAsync("nog niet gekoppeld");

        await LinkAsync(member);
        await TakenAwayAsync(member);
        await GoneProviderAsync(member);
    }

    /// <summary>By an administrator, because somebody else can get at the account.</summary>
    private async Task TakenAwayAsync(DeskMember member)
    {
        var administrator = new DeskMember(await elsewhere.OpenAsync(width: 1366, height: 768), site.Address);
        await administrator.Page.GotoAsync(new Uri(site.Address, "desk/").ToString());
        await administrator.Test("desk-name").FillAsync(site.Staff.Administrator);
        await administrator.Test("desk-password").FillAsync(site.Staff.AdministratorPassword);
        await administrator.Test("desk-sign-in").ClickAsync();
        await Expect(administrator.Test("deed-unlink")).ToHaveCountAsync(1);
        await administrator.Test("deed-unlink").ClickAsync();
        await NothingIsWrongAsync(administrator.Page, "a colleague's account about to be unlinked");
        await administrator.Test("deed-do").ClickAsync();
        await Expect(administrator.Test("staff-said")).ToContainTextAsync("ontkoppeld");
        await Expect(administrator.Test("deed-unlink")).ToHaveCountAsync(0);

        await member.Page.ReloadAsync();
        await member.Test("desk-provider").ClickAsync();
        await Expect(member.Test("provider-refusal")).ToContainTextAsync("nog niet gekoppeld");
    }

    /// <summary>What a person sees who goes to the provider before anything was linked, and who turns away there.</summary>
    private async Task RefusedBeforeLinkingAsync(DeskMember member)
    {
        await member.Page.GotoAsync(new Uri(site.Address, "desk/").ToString());
        await Expect(member.Test("desk-provider")).ToHaveTextAsync("Inloggen met je Utrecht-account");
        await NothingIsWrongAsync(member.Page, "signing in with a provider");
        await member.Test("desk-provider").ClickAsync();
        await member.Page.GetByText("Annuleren").ClickAsync();
        await Expect(member.Test("provider-refusal")).ToContainTextAsync("gestopt of geweigerd");

        await member.Test("desk-provider").ClickAsync();
        await member.Page.GetByLabel("Account").FillAsync("s.jansen");
        await member.Page.GetByText("Inloggen", new() { Exact = true }).ClickAsync();
        await Expect(member.Test("provider-refusal")).ToContainTextAsync("nog niet gekoppeld");
        await NothingIsWrongAsync(member.Page, "an account that is not linked");
        await member.Page.SetViewportSizeAsync(768, 1024);
        await member.Page.Locator(".fk-language").ClickAsync();
        await Expect(member.Test("provider-refusal")).ToContainTextAsync("not linked here yet");
        await NothingIsWrongAsync(member.Page, "an account that is not linked in English");
        await member.Page.Locator(".fk-language").ClickAsync();
        await member.Page.SetViewportSizeAsync(1366, 768);

        // Said once.
        await member.Page.ReloadAsync();
        await Expect(member.Test("desk-provider")).ToBeVisibleAsync();
        await Expect(member.Test("provider-refusal")).ToHaveCountAsync(0);
    }

    /// <summary>The provider still knows the browser: it asks nothing a second time.</summary>
    private async Task LinkAsync(DeskMember member)
    {
        await member.SignInAsync(site.Staff);
        await member.Test("desk-account").ClickAsync();
        await member.Test("field-provider-password").FillAsync("niet mijn wachtwoord");
        await member.Test("provider-link").ClickAsync();
        await Expect(member.Test("field-provider-password")).ToHaveAttributeAsync("aria-invalid", "true");
        await NothingIsWrongAsync(member.Page, "a wrong password to link an account");

        await member.Test("field-provider-password").FillAsync(site.Staff.Password);
        await member.Test("provider-link").ClickAsync();
        await Expect(member.Test("provider-linked")).ToBeVisibleAsync();
        await NothingIsWrongAsync(member.Page, "an account that was linked, the key closed");
        await member.UnlockAsync(site.Staff);
        await Expect(member.Test("provider-since")).ToContainTextAsync("Nog niet gebruikt");
        await NothingIsWrongAsync(member.Page, "an account that is linked");
    }

    private static async Task UnlinkAsync(DeskMember member)
    {
        await member.Test("desk-account").ClickAsync();
        await Expect(member.Test("provider-since")).ToContainTextAsync("Het laatst gebruikt");
        await member.Page.SetViewportSizeAsync(768, 1024);
        await member.Test("provider-unlink-ask").ClickAsync();
        await NothingIsWrongAsync(member.Page, "an account about to be unlinked");
        await member.Test("provider-unlink-do").ClickAsync();
        await Expect(member.Test("provider-said")).ToContainTextAsync("ontkoppeld");
        await Expect(member.Page.Locator("#provider-title")).ToBeFocusedAsync();
        await member.Page.Locator(".fk-language").ClickAsync();
        await Expect(member.Test("field-provider-password")).ToBeVisibleAsync();
        await NothingIsWrongAsync(member.Page, "no account linked, in English");
        await member.Page.Locator(".fk-language").ClickAsync();
        await member.Page.SetViewportSizeAsync(1366, 768);
    }

    private async Task GoneProviderAsync(DeskMember member)
    {
        await provider.EndAsync();
        await site.KillAsync();
        await site.StartServerAsync();
        await member.Page.ReloadAsync();
        await member.Test("desk-provider").ClickAsync();
        await Expect(member.Test("desk-provider-refusal")).ToContainTextAsync("geeft nu geen antwoord");
        await NothingIsWrongAsync(member.Page, "a provider that gives no answer");
        await member.SignInAsync(site.Staff);
        await Expect(member.Test("inbox-item").First).ToBeVisibleAsync();

        // The page would be loaded anew, and with it goes what was typed: said only when somebody may have typed something.
        await member.Page.Context.ClearCookiesAsync();
        await member.OpenFirstAsync();
        await Expect(member.Test("desk-provider-reloads")).ToBeVisibleAsync();
        await NothingIsWrongAsync(member.Page, "a session that ended");
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

    private static async Task NothingIsWrongAsync(IPage page, string place)
    {
        // The bar stays in sight, over what was scrolled under it.
        await page.EvaluateAsync("() => scrollTo(0, 0)");
        var judge = new Judge(page);
        await judge.AxeAsync(place);
        var room = await Measure.RoomAsync(page);
        var small = await Measure.SmallAsync(page);
        if (Environment.GetEnvironmentVariable("FIELDKIT_PICTURES") is { } pictures)
        {
            foreach (var theme in new[] { "dark", "light" })
            {
                await Measure.SetThemeAsync(page, theme);
                await page.ScreenshotAsync(new() { Path = Path.Combine(pictures, $"{place.Replace(' ', '-')}-{theme}.png"), FullPage = true });
            }
        }

        await Measure.SetThemeAsync(page, "light");
        Assert.Equal("", string.Join('\n', [.. judge.Findings.Select(finding => $"{finding.Place}: {finding.What}"), .. room, .. small]));
    }
}

using FieldKit.EndToEnd.Tests.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>A municipality lets its workers in, and one of them out again.</summary>
public sealed class InvitationsTests(SiteFixture fixture) : OwnSiteTests(fixture)
{
    [Fact]
    public async Task Administrator_without_a_key_invites_two_of_whom_one_enrols_and_is_shut_out_again()
    {
        var member = await AdministratorAsync(await Office.OpenAsync(width: 320, height: 740));
        await Expect(member.Test("invite")).ToBeVisibleAsync();
        await Expect(member.Test("desk-inbox")).ToHaveCountAsync(0);
        await member.Page.WaitForSelectorAsync("[data-testid=devices-none]");
        await NothingIsWrongAsync(member.Page, "nobody invited");

        // What is missing is said at its field, and nothing is made.
        await member.Test("invite-do").ClickAsync();
        await Expect(member.Test("field-organisation")).ToBeFocusedAsync();
        await member.Test("field-organisation").FillAsync("Buurtteam Noord");
        await member.Test("invite-do").ClickAsync();
        await Expect(member.Test("field-role")).ToBeFocusedAsync();
        await NothingIsWrongAsync(member.Page, "a role is missing");
        await member.Test("field-role").SelectOptionAsync("zorg");
        await member.Test("field-count").FillAsync("2");
        await member.Test("invite-do").ClickAsync();

        // Two cards, each with a picture for the camera; the keyboard goes there.
        await Expect(member.Test("invitation-qr")).ToHaveCountAsync(2);
        await Expect(member.Page.Locator("#sheet-title")).ToBeFocusedAsync();
        await Expect(Outstanding(member)).ToHaveCountAsync(2);
        var codes = await member.Test("invitation-code").AllInnerTextsAsync();
        await NothingIsWrongAsync(member.Page, "two cards");
        await OnPaperAsync(member.Page);

        // A phone follows the link that stands in the picture.
        var worker = new FieldWorker(await Phone.OpenAsync(), Site.Address);
        await worker.Page.GotoAsync(new Uri(Site.Address, $"koppelen#{codes[0]}").ToString());
        await worker.Test("pin-new").FillAsync(FieldWorker.Pin);
        await worker.Test("pin-repeat").FillAsync(FieldWorker.Pin);
        await worker.Test("pin-submit").ClickAsync();
        await Expect(worker.Test("enrolled")).ToBeVisibleAsync();

        // Put away, the codes are on the screen nowhere, also not after coming back.
        await member.Test("sheet-away").ClickAsync();
        await Expect(member.Test("sheet")).ToHaveCountAsync(0);
        await member.Page.ReloadAsync();
        await Expect(Outstanding(member)).ToHaveCountAsync(1);
        Assert.All(codes, code => Assert.DoesNotContain(code, member.Page.InnerTextAsync("body").Result, StringComparison.Ordinal));
        await Expect(member.Test("device")).ToContainTextAsync("Buurtteam Noord");
        await Expect(member.Test("device")).ToContainTextAsync("Buurtteam of zorg");

        // Asked twice and left; then shut out.
        await member.Test("revoke-ask").ClickAsync();
        await NothingIsWrongAsync(member.Page, "asked whether it is sure");
        await member.Test("revoke-ask").ClickAsync();
        await Expect(member.Test("revoke-do")).ToHaveCountAsync(0);
        await member.Test("revoke-ask").ClickAsync();
        await member.Test("revoke-do").ClickAsync();
        await Expect(member.Test("device-revoked")).ToBeVisibleAsync();
        await Expect(member.Page.Locator("#devices-title")).ToBeFocusedAsync();

        // The other code is taken back, and lets nobody in any more.
        await Outstanding(member).GetByTestId("withdraw-ask").ClickAsync();
        await Outstanding(member).GetByTestId("withdraw-do").ClickAsync();
        await Expect(Outstanding(member)).ToHaveCountAsync(0);
        await NothingIsWrongAsync(member.Page, "a device that was shut out");
        var late = new FieldWorker(await NewProfile().OpenAsync(), Site.Address);
        await late.EnrolAsync(codes[1]);
        await Expect(late.Test("enrol-problem")).ToHaveAttributeAsync("data-code", "enrolment-code-withdrawn");
        await Expect(late.Test("enrol-problem")).ToContainTextAsync("ingetrokken");

        Assert.All(Office.ConsoleErrors, text => Assert.Contains("401", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_reads_and_administers_goes_from_one_to_the_other_and_an_editor_to_neither()
    {
        var member = new DeskMember(await Office.OpenAsync(width: 1366, height: 768), Site.Address);
        await member.SignInAsync(Site.Staff);
        await Expect(member.Page.Locator("#inbox-title")).ToBeVisibleAsync();
        await member.Test("desk-administration").ClickAsync();
        await Expect(member.Test("invite")).ToBeVisibleAsync();
        await Expect(member.Page.Locator("h1")).ToBeFocusedAsync();
        await member.Test("desk-inbox").ClickAsync();
        await Expect(member.Page.Locator("#inbox-title")).ToBeVisibleAsync();
        await member.Test("desk-administration").ClickAsync();
        await member.Test("field-organisation").FillAsync("Buurtteam Noord");
        await member.Test("field-role").SelectOptionAsync("zorg");
        await member.Test("invite-do").ClickAsync();
        await Expect(member.Test("invitation")).ToHaveCountAsync(1);

        // Locking the key shuts this too, and takes the codes from the screen for good.
        await member.Test("desk-lock").ClickAsync();
        await Expect(member.Test("invite")).ToHaveCountAsync(0);
        await Expect(member.Test("desk-administration")).ToHaveCountAsync(0);
        await member.Test("desk-passphrase").FillAsync(Site.Staff.Passphrase);
        await member.Test("desk-unlock").ClickAsync();
        await Expect(Outstanding(member)).ToHaveCountAsync(1);
        await Expect(member.Test("sheet")).ToHaveCountAsync(0);
        await member.Test("desk-sign-out").ClickAsync();

        await SignInAsync(member, Site.Staff.Editor, Site.Staff.EditorPassword);
        await Expect(member.Page.Locator("h1")).ToHaveTextAsync("Je opent hier geen signalen");
        await Expect(member.Test("desk-administration")).ToHaveCountAsync(0);
        Assert.EndsWith("/beheer", member.Page.Url, StringComparison.Ordinal);
        await Expect(member.Test("invite")).ToHaveCountAsync(0);
    }

    /// <summary>Without the code that the demo made at its start.</summary>
    private static ILocator Outstanding(DeskMember member) => member.Test("outstanding").Filter(new() { HasText = "Buurtteam Noord" });

    private async Task<DeskMember> AdministratorAsync(IPage page)
    {
        var member = new DeskMember(page, Site.Address);
        await page.GotoAsync(new Uri(Site.Address, "desk/").ToString());
        await SignInAsync(member, Site.Staff.Administrator, Site.Staff.AdministratorPassword);
        return member;
    }

    private static async Task SignInAsync(DeskMember member, string name, string password)
    {
        await member.Test("desk-name").FillAsync(name);
        await member.Test("desk-password").FillAsync(password);
        await member.Test("desk-sign-in").ClickAsync();
    }

    private static async Task NothingIsWrongAsync(IPage page, string place)
    {
        var judge = new Judge(page);
        await judge.AxeAsync(place);
        var room = await Measure.RoomAsync(page);
        var small = await Measure.SmallAsync(page);
        await Measure.SetThemeAsync(page, "light");
        Assert.Equal("", string.Join('\n', [.. judge.Findings.Select(finding => $"{finding.Place}: {finding.What}"), .. room, .. small]));
    }

    private static async Task OnPaperAsync(IPage page)
    {
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.GetByTestId("invitation")).ToHaveCountAsync(2);
        await Expect(page.GetByTestId("invitation").First).ToBeVisibleAsync();
        await Expect(page.GetByTestId("invite")).ToBeHiddenAsync();
        await Expect(page.GetByTestId("outstanding").First).ToBeHiddenAsync();
        await Expect(page.GetByTestId("sheet-print")).ToBeHiddenAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
    }
}

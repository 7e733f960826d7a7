using FieldKit.EndToEnd.Tests.Access;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>An administrator reads who did what, checks that nobody rewrote it, and keeps a copy; who has no business there is told so.</summary>
public sealed class LogTests(SiteFixture fixture) : OwnSiteTests(fixture)
{
    [Fact]
    public async Task Administrator_reads_filters_checks_and_keeps_the_log()
    {
        await SentAsync("De scooter stond er weer. sterrenwacht");
        var reader = new DeskMember(await NewProfile().OpenAsync(width: 1366, height: 768), Site.Address);
        await reader.SignInAsync(Site.Staff.Second);
        await reader.OpenFirstAsync();
        await reader.Test("signal-fact").First.WaitForAsync();
        await reader.Page.GotoAsync(new Uri(Site.Address, "desk/logboek").ToString());
        await reader.UnlockAsync(Site.Staff.Second);
        await Expect(reader.Test("log-not-allowed")).ToBeVisibleAsync();
        await Expect(reader.Test("desk-log")).ToHaveCountAsync(0);

        var member = await WithoutKeyAsync(Site.Staff.Administrator, Site.Staff.AdministratorPassword);
        await member.Test("to-log").ClickAsync();
        await Expect(member.Test("log-line").First).ToContainTextAsync("Ingelogd met wachtwoord");
        await Judge.HoldAsync(member.Page, "the log");

        await member.Test("field-log-action").SelectOptionAsync("signal-opened");
        await member.Test("log-filter").ClickAsync();
        await Expect(member.Test("log-line")).ToHaveCountAsync(1);
        await Expect(member.Test("log-line")).ToContainTextAsync(Site.Staff.Weigher);
        await member.Test("field-log-about").FillAsync("geen nummer");
        await member.Test("log-filter").ClickAsync();
        await Expect(member.Page.Locator("#log-about-error")).ToBeVisibleAsync();
        await member.Test("field-log-about").FillAsync("");

        var download = await member.Page.RunAndWaitForDownloadAsync(() => member.Test("log-table").ClickAsync());
        Assert.Matches("^logboek-[0-9]{8}-[0-9]{4}\\.csv$", download.SuggestedFilename);
        var table = await File.ReadAllTextAsync(await download.PathAsync());
        Assert.Equal(2, table.TrimEnd().Split('\n').Length);
        Assert.Contains("\"signal-opened\"", table, StringComparison.Ordinal);
        Assert.DoesNotContain("sterrenwacht", table, StringComparison.Ordinal);

        await member.Test("log-check").ClickAsync();
        await Expect(member.Test("log-checked")).ToContainTextAsync("Het logboek klopt");
        await Judge.HoldAsync(member.Page, "a log that is whole");
        await member.Test("field-log-action").SelectOptionAsync("log-exported");
        await member.Test("log-filter").ClickAsync();
        await Expect(member.Test("log-line")).ToHaveCountAsync(1);
        await member.Test("field-log-until").FillAsync("2020-01-01");
        await member.Test("log-filter").ClickAsync();
        await Expect(member.Test("log-none")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Auditor_who_was_asked_to_begin_comes_to_the_log_and_gets_nowhere_else()
    {
        const string Password = "een lang wachtwoord voor toezicht";
        var administrator = await WithoutKeyAsync(Site.Staff.Administrator, Site.Staff.AdministratorPassword);
        await administrator.Test("field-member-name").FillAsync("Toezicht");
        await administrator.Test("member-role-auditor").CheckAsync();
        await administrator.Test("field-member-password").FillAsync(Site.Staff.AdministratorPassword);
        await administrator.Test("member-do").ClickAsync();
        var code = await administrator.Test("start-code").InnerTextAsync();

        var auditor = new DeskMember(await NewProfile().OpenAsync(width: 1366, height: 768), Site.Address);
        await auditor.Page.GotoAsync(new Uri(Site.Address, "desk/").ToString());
        await auditor.Test("desk-begin").ClickAsync();
        await auditor.Test("field-begin-code").FillAsync(code);
        await auditor.Test("begin-look").ClickAsync();
        await auditor.Test("field-begin-password").FillAsync(Password);
        await auditor.Test("begin-do").ClickAsync();
        await auditor.Test("begin-to-sign-in").ClickAsync();
        await auditor.Test("desk-name").FillAsync("Toezicht");
        await auditor.Test("desk-password").FillAsync(Password);
        await auditor.Test("desk-sign-in").ClickAsync();

        await Expect(auditor.Test("log-line").First).ToBeVisibleAsync();
        await Judge.HoldAsync(auditor.Page, "the log, for an auditor");
        await Expect(auditor.Test("desk-administration")).ToHaveCountAsync(0);
        await auditor.Test("desk-state").ClickAsync();
        await Expect(auditor.Test("policy")).ToBeVisibleAsync();
        await Expect(auditor.Test("work")).ToHaveCountAsync(0);
        await auditor.Page.GotoAsync(new Uri(Site.Address, "desk/beheer").ToString());
        await Expect(auditor.Page.Locator("h1")).ToHaveTextAsync("Je opent hier geen signalen");
    }
}

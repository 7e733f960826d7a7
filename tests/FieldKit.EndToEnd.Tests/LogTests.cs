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

        var member = new DeskMember(await Office.OpenAsync(width: 1366, height: 768), Site.Address);
        await member.Page.GotoAsync(new Uri(Site.Address, "desk/").ToString());
        await member.Test("desk-name").FillAsync(Site.Staff.Administrator);
        await member.Test("desk-password").FillAsync(Site.Staff.AdministratorPassword);
        await member.Test("desk-sign-in").ClickAsync();
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
}

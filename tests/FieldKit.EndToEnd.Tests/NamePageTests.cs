using Deque.AxeCore.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>A signal with names: at the desk they are on no screen until somebody says why.</summary>
public sealed class NamePageTests(SiteFixture fixture) : OwnSiteTests(fixture)
{
    private const string Writer = "Meesterlijk Wilgenroosje";
    private const string About = "Koolmees van het Plein";

    [Fact]
    public async Task Names_are_read_only_after_a_reason_and_not_without_the_reporting_point()
    {
        var worker = new FieldWorker(await Phone.OpenAsync(), Site.Address);
        await worker.OpenAsync();
        await worker.EnrolAsync(Site.EnrolmentCode);
        await worker.Test("enrolled").WaitForAsync();
        await worker.Page.Locator("nav a[href$='signalen']").Last.ClickAsync();
        await worker.Test("new-signal").ClickAsync();
        await worker.WriteSignalAsync("Vroeg drie keer of hij mee mocht doen.", (Writer, About));
        await worker.Test("seal").ClickAsync();
        await Expect(worker.Test("signal-state")).ToHaveAttributeAsync("data-state", "received");

        var member = new DeskMember(await Office.OpenAsync(width: 1366, height: 768), Site.Address);
        await member.SignInAsync(Site.Staff);
        await member.OpenFirstAsync();
        await Expect(member.Test("signal-fact").First).ToContainTextAsync("mee mocht doen");
        Assert.DoesNotContain(About, await member.Page.ContentAsync(), StringComparison.Ordinal);

        await member.Test("open-names").ClickAsync();
        await Expect(member.Test("names-refusal")).ToBeVisibleAsync();
        Assert.Empty((await member.Page.RunAxe()).Violations);

        await Office.SetOfflineAsync(true);
        await member.Test("name-reason-writer").ClickAsync();
        await member.Test("open-names").ClickAsync();
        await Expect(member.Test("names-refusal")).ToBeVisibleAsync();
        await Expect(member.Test("name-page")).ToHaveCountAsync(0);

        await Office.SetOfflineAsync(false);
        await member.Test("open-names").ClickAsync();
        await Expect(member.Test("name-page")).ToContainTextAsync(About);
        await Expect(member.Test("name-page")).ToContainTextAsync(Writer);
        Assert.Empty((await member.Page.RunAxe()).Violations);

        await member.Test("close-names").ClickAsync();
        await Expect(member.Test("open-names")).ToBeVisibleAsync();
        Assert.DoesNotContain(About, await member.Page.ContentAsync(), StringComparison.Ordinal);
    }
}

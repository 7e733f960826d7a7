using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>A desk where the inbox stands open and nobody touches anything.</summary>
public sealed class LiveInboxTests(SiteFixture fixture) : OwnSiteTests(fixture)
{
    /// <summary>Shorter than any pause after which something would be seen without the line.</summary>
    private const float AtOnce = 10_000;

    [Fact]
    public async Task Signals_appear_by_themselves_also_after_the_reporting_point_was_gone()
    {
        var worker = new FieldWorker(await Phone.OpenAsync(), Site.Address);
        await worker.OpenAsync();
        await worker.WaitUntilInstalledAsync();
        await worker.EnrolAsync(Site.EnrolmentCode);
        await worker.Test("enrolled").WaitForAsync();
        var member = new DeskMember(await Office.OpenAsync(width: 1366, height: 768), Site.Address);
        var line = member.Page.WaitForResponseAsync(answer => answer.Url.EndsWith("/inbox/news", StringComparison.Ordinal));
        await member.SignInAsync(Site.Staff);
        Assert.Equal(200, (await line).Status);
        await Expect(member.Page.Locator(".desk-inbox")).ToContainTextAsync("Er zijn nog geen signalen");

        await SendSignalAsync(worker);
        await Expect(member.Test("inbox-item")).ToHaveCountAsync(1, new() { Timeout = AtOnce });

        await Site.KillAsync();
        await Expect(member.Page.Locator(".desk-inbox")).ToContainTextAsync("niet te verversen");
        await Site.StartServerAsync();
        await SendSignalAsync(worker);
        await Expect(member.Test("inbox-item")).ToHaveCountAsync(2);
        await Expect(member.Page.Locator(".desk-inbox")).Not.ToContainTextAsync("niet te verversen");
    }

    private static async Task SendSignalAsync(FieldWorker worker)
    {
        await worker.OpenAsync("signalen");
        await worker.UnlockAsync();
        await worker.Test("new-signal").ClickAsync();
        await worker.WriteSignalAsync();
        await worker.Test("seal").ClickAsync();
        await Expect(worker.Test("signal-state")).ToHaveAttributeAsync("data-state", "received");
    }
}

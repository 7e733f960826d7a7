using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>The reporting point is gone while a signal is sealed, and comes back.</summary>
public sealed class KilledServerTests(SiteFixture fixture) : OwnSiteTests(fixture)
{
    [Fact]
    public async Task A_signal_sealed_meanwhile_waits_and_arrives_once()
    {
        var worker = new FieldWorker(await Phone.OpenAsync(), Site.Address);
        await worker.OpenAsync();
        await worker.WaitUntilInstalledAsync();
        await worker.EnrolAsync(Site.EnrolmentCode);
        await worker.Test("enrolled").WaitForAsync();
        await worker.OpenAsync("signalen");
        await worker.UnlockAsync();

        await Site.KillAsync();
        await worker.Test("new-signal").ClickAsync();
        await worker.WriteSignalAsync();
        await worker.Test("seal").ClickAsync();
        await Expect(worker.Test("signal-state")).ToHaveAttributeAsync("data-state", "sealed");
        await Expect(worker.Test("waiting-count")).ToHaveAttributeAsync("data-count", "1");

        await Site.StartServerAsync();
        // Unless the timer was first.
        await worker.Page.EvaluateAsync("() => document.querySelector('[data-testid=signal-send-now]')?.click()");
        await Expect(worker.Test("signal-state")).ToHaveAttributeAsync("data-state", "received");

        var member = new DeskMember(await Office.OpenAsync(width: 1366, height: 768), Site.Address);
        await member.SignInAsync(Site.Staff);
        await Expect(member.Test("inbox-item")).ToHaveCountAsync(1);
    }
}

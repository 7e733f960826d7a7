using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>The reporting point is gone while a signal is sealed, and comes back.</summary>
[Collection(SiteCollection.Name)]
public sealed class KilledServerTests(SiteFixture fixture) : IAsyncLifetime
{
    private readonly BrowserProfile phone = new(fixture.Playwright);
    private readonly BrowserProfile office = new(fixture.Playwright);
    private RunningSite site = null!;

    public async Task InitializeAsync() => site = await RunningSite.StartAsync();

    public async Task DisposeAsync()
    {
        await phone.DisposeAsync();
        await office.DisposeAsync();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task A_signal_sealed_meanwhile_waits_and_arrives_once()
    {
        var worker = new FieldWorker(await phone.OpenAsync(), site.Address);
        await worker.OpenAsync();
        await worker.WaitUntilInstalledAsync();
        await worker.EnrolAsync(site.EnrolmentCode);
        await worker.Test("enrolled").WaitForAsync();
        await worker.OpenAsync("signalen");
        await worker.UnlockAsync();

        await site.KillAsync();
        await worker.Test("new-signal").ClickAsync();
        await worker.WriteSignalAsync();
        await worker.Test("seal").ClickAsync();
        await Expect(worker.Test("signal-state")).ToHaveAttributeAsync("data-state", "sealed");
        await Expect(worker.Test("waiting-count")).ToHaveAttributeAsync("data-count", "1");

        await site.StartServerAsync();
        // Unless the timer was first.
        await worker.Page.EvaluateAsync("() => document.querySelector('[data-testid=signal-send-now]')?.click()");
        await Expect(worker.Test("signal-state")).ToHaveAttributeAsync("data-state", "received", new() { Timeout = 60_000 });

        var member = new DeskMember(await office.OpenAsync(width: 1366, height: 768), site.Address);
        await member.SignInAsync(site.Staff);
        await Expect(member.Test("inbox-item")).ToHaveCountAsync(1);
    }
}

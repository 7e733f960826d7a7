using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>A browser's database that any earlier version wrote opens in this one, with everything in it.</summary>
[Collection(SiteCollection.Name)]
public sealed class SampleVaultTests(SiteFixture fixture)
{
    public static TheoryData<string> Versions => SampleVault.Versions;

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task It_is_unlocked_and_read_and_what_waits_in_it_reaches_the_desk(string version)
    {
        using var sample = new TemporaryFolder();
        SampleVault.Unpack(version, SampleVault.Browser, sample.FullName);
        await using var site = await RunningSite.StartAsync(data: sample.File("site"));
        await using var phone = SampleBrowser.Open(fixture.Playwright, site);
        await using var office = new BrowserProfile(fixture.Playwright);
        var database = SampleBrowser.DatabaseFolder(phone);
        Directory.CreateDirectory(Path.GetDirectoryName(database)!);
        Directory.Move(sample.File("indexeddb"), database);

        // Locked, what waits is delivered by itself.
        var worker = new FieldWorker(await phone.OpenAsync(), SampleBrowser.Address);
        await worker.OpenAsync();
        await Expect(worker.Test("waiting-count")).ToHaveAttributeAsync("data-count", "0");

        await worker.OpenAsync("signalen");
        await worker.UnlockAsync();
        await Expect(worker.Test("draft-open")).ToHaveCountAsync(1);
        await Expect(worker.Test("signal")).ToHaveCountAsync(2);
        await worker.Test("draft-open").ClickAsync();
        // It began on an older form, and is moved to today's when its writer says so.
        await worker.Test("newer-form").Locator("summary").ClickAsync();
        await worker.Test("form-move").ClickAsync();
        await Expect(worker.Test("newer-form")).ToHaveCountAsync(0);
        await worker.GoToFactsAsync();
        await Expect(worker.Test("field-s2_wat")).ToHaveValueAsync(SampleVault.Draft);

        await worker.Test("nav.signals").ClickAsync();
        await worker.Page.Locator("section[aria-labelledby=answered]").GetByTestId("signal").ClickAsync();
        await Expect(worker.Test("advice-text")).ToHaveTextAsync(SampleVault.Advice);
        await worker.OpenAsync("bellen/eigen/T08");
        await worker.UnlockAsync();
        await Expect(worker.Test("field-own-phone")).ToHaveValueAsync(SampleVault.Phone);

        var member = new DeskMember(await office.OpenAsync(width: 1366, height: 768), site.Address);
        await member.SignInAsync(site.Staff);
        await Expect(member.Test("inbox-item")).ToHaveCountAsync(2);
        await member.OpenFirstAsync();
        await Expect(member.Test("signal-fact").First).ToContainTextAsync(SampleVault.Queued);
    }
}

using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>A newer release of the app reaches a device that has it open: announced, taken on a tap, in every tab, and never in the middle of something.</summary>
[Collection(SiteCollection.Name)]
public sealed class NewReleaseTests(SiteFixture fixture) : IAsyncLifetime
{
    private readonly BrowserProfile profile = new(fixture.Playwright);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await profile.DisposeAsync();

    [Fact]
    public async Task A_tap_brings_every_tab_to_the_new_release_with_one_reload_each()
    {
        await using var site = new TwoReleases(fixture.Site.Address);
        var home = new FieldWorker(await profile.OpenAsync(), site.Address);
        await home.OpenAsync();
        await home.WaitUntilInstalledAsync();
        var reading = new FieldWorker(await profile.NewTabAsync(), site.Address);
        await reading.OpenAsync("bellen");
        site.Publish();
        await home.OpenAsync();
        await Expect(home.Test("release-ready")).ToBeVisibleAsync();
        await Expect(Second(home)).ToHaveCountAsync(0);
        var (homeLoads, readingLoads) = (CountLoads(home), CountLoads(reading));

        await home.Test("release-take").ClickAsync();

        await Expect(Second(home)).ToHaveCountAsync(1);
        await Expect(Second(reading)).ToHaveCountAsync(1);
        await home.Test("to-settings").ClickAsync();
        await Expect(home.Test("release")).ToContainTextAsync(TwoReleases.SecondVersion);
        await Expect(home.Test("release-ready")).ToHaveCountAsync(0);
        Assert.Equal((1, 1, "/bellen"), (homeLoads(), readingLoads(), reading.Address));
    }

    [Fact]
    public async Task A_form_in_another_tab_is_left_alone_until_it_is_left()
    {
        await using var running = await RunningSite.StartAsync();
        await using var site = new TwoReleases(running.Address);
        var writing = new FieldWorker(await profile.OpenAsync(), site.Address);
        await writing.OpenAsync();
        await writing.WaitUntilInstalledAsync();
        await writing.EnrolAsync(running.EnrolmentCode);
        await writing.Test("enrolled").WaitForAsync();
        await writing.Test("nav.signals").ClickAsync();
        await writing.Test("new-signal").ClickAsync();
        await writing.Test("option-s0_gevaar-nee").CheckAsync();
        var home = new FieldWorker(await profile.NewTabAsync(), site.Address);
        site.Publish();
        await home.OpenAsync();
        await Expect(home.Test("release-ready")).ToBeVisibleAsync();
        await Expect(writing.Test("release-ready")).ToHaveCountAsync(0);

        await home.Test("release-take").ClickAsync();

        await Expect(Second(home)).ToHaveCountAsync(1);
        await writing.Test("option-s0_thuis-nee").CheckAsync();
        await writing.Test("option-s0_optreden-nee").CheckAsync();
        await Expect(Second(writing)).ToHaveCountAsync(0);
        await writing.Test("back").ClickAsync();
        await Expect(Second(writing)).ToHaveCountAsync(1);
        await writing.UnlockAsync();
        await writing.Test("draft-open").ClickAsync();
        foreach (var answer in new[] { "s0_gevaar", "s0_thuis", "s0_optreden" })
        {
            await Expect(writing.Test($"option-{answer}-nee")).ToBeCheckedAsync();
        }
    }

    private static ILocator Second(FieldWorker worker) => worker.Page.Locator(TwoReleases.MarkOfTheSecond);

    private static Func<int> CountLoads(FieldWorker worker)
    {
        var loads = 0;
        worker.Page.Load += (_, _) => loads++;
        return () => loads;
    }
}

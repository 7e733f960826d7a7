using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>The app in two tabs of one browser: what is done in one shows in the other, and what both write is kept.</summary>
public sealed class TabsTests(SiteFixture fixture) : OneWorkerTests(fixture)
{
    [Fact]
    public async Task What_is_chosen_in_one_tab_shows_in_the_other()
    {
        var one = new FieldWorker(await Profile.OpenAsync(), Site.Address);
        await one.OpenAsync("instellingen");
        var other = new FieldWorker(await Profile.NewTabAsync(), Site.Address);
        await other.OpenAsync("instellingen");
        await other.Test("storage-promise").WaitForAsync();

        await one.Test("setting-theme-Dark").CheckAsync();
        await one.Test("setting-city-arnhem").CheckAsync();
        await one.Test("setting-lock-15").CheckAsync();
        await one.Test("setting-language-en").CheckAsync();

        var html = other.Page.Locator("html");
        await Expect(html).ToHaveAttributeAsync("data-theme", "dark");
        await Expect(html).ToHaveAttributeAsync("data-municipality", "arnhem");
        await Expect(html).ToHaveAttributeAsync("lang", "en");
        await Expect(other.Page.Locator("h1")).ToHaveTextAsync("Settings");
        await Expect(other.Test("setting-city-arnhem")).ToBeCheckedAsync();
        await Expect(other.Test("setting-lock-15")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task Linking_writing_locking_and_wiping_hold_in_both_and_no_word_is_lost()
    {
        await using var site = await RunningSite.StartAsync();
        var one = new FieldWorker(await Profile.OpenAsync(), site.Address);
        var other = new FieldWorker(await Profile.NewTabAsync(), site.Address);
        await other.OpenAsync("instellingen");
        await other.Test("not-linked").WaitForAsync();

        await one.EnrolAsync(site.EnrolmentCode);
        await one.Test("enrolled").WaitForAsync();
        await Expect(other.Test("linked")).ToBeVisibleAsync();

        // The same part of the same draft, open in both.
        await one.Test("nav.signals").ClickAsync();
        await one.Test("new-signal").ClickAsync();
        await one.Test("option-s0_gevaar-nee").CheckAsync();
        await one.Test("option-s0_thuis-nee").CheckAsync();
        await one.Test("option-s0_optreden-nee").CheckAsync();
        await one.GoToFactsAsync();
        await other.OpenAsync(one.Address[1..]);
        await other.UnlockAsync();
        await Expect(other.Test("field-s2_wat")).ToHaveValueAsync("");
        await one.WriteAsync("s2_wat", "Geschreven in het ene venster.");
        await Saved(one);
        await other.WriteAsync("s2_wat", "Geschreven in het andere.");
        await Expect(other.Test("field-s2_wat")).ToHaveValueAsync("Geschreven in het ene venster.\n\nGeschreven in het andere.");
        await Saved(other);
        await one.Test("option-s2_waar-wijkcentrum").CheckAsync();
        await Saved(one);
        await Expect(one.Test("field-s2_wat")).ToHaveValueAsync("Geschreven in het ene venster.\n\nGeschreven in het andere.");

        await one.Test("nav.signals").ClickAsync();
        await one.Test("lock").ClickAsync();
        await Expect(other.Test("unlock-pin")).ToBeVisibleAsync();
        await other.UnlockAsync();
        await Expect(other.Test("field-s2_wat")).ToHaveValueAsync("Geschreven in het ene venster.\n\nGeschreven in het andere.");

        await one.Test("to-settings").ClickAsync();
        await one.Test("wipe").ClickAsync();
        await one.Test("wipe-yes").ClickAsync();
        await one.Test("wiped").WaitForAsync();
        await Expect(other.Test("unlock-enrol")).ToBeVisibleAsync();
        Assert.DoesNotContain("Geschreven", await other.Page.ContentAsync(), StringComparison.Ordinal);
    }

    private static Task Saved(FieldWorker worker) => Expect(worker.Test("saved")).ToHaveAttributeAsync("data-state", "kept");
}

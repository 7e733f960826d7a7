using Deque.AxeCore.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>Who reads a signal at the desk sees how long it is kept.</summary>
public sealed class KeptUntilTests(SiteFixture fixture) : OwnSiteTests(fixture)
{
    [Fact]
    public async Task Desk_says_that_an_open_signal_stays_and_when_a_closed_one_goes()
    {
        await SentAsync();
        var member = new DeskMember(await Office.OpenAsync(width: 1366, height: 768), Site.Address);
        await member.SignInAsync(Site.Staff);
        await member.OpenFirstAsync();
        await Expect(member.Test("kept-until")).ToContainTextAsync("Wordt niet vanzelf gewist zolang het in de fase");
        await Expect(member.Test("inbox-leaves")).ToHaveCountAsync(0);

        await member.AnswerAsync("eerste-blik", "We kijken ernaar.");
        await member.AnswerAsync("afgerond", "Dank je.");

        var until = DateTimeOffset.Parse((await member.Test("kept-until").Locator("time").GetAttributeAsync("datetime"))!, System.Globalization.CultureInfo.InvariantCulture);
        var now = TimeProvider.System.GetUtcNow();
        Assert.InRange(until, now.AddDays(28).AddHours(-1), now.AddDays(28));
        await Expect(member.Test("kept-until")).ToContainTextAsync("Wordt gewist vanaf ");
        await Expect(member.Test("kept-until")).ToContainTextAsync("28 dagen na het laatste dat aan het bureau gebeurde, in de fase ‘Afgerond’");

        // Three weeks and a day later.
        await Expect(member.Test("inbox-leaves")).ToHaveCountAsync(0);
        await Site.ExecuteAsync($"UPDATE progress SET last_at = last_at - {(long)TimeSpan.FromDays(22).TotalMilliseconds}");
        await member.Page.ReloadAsync();
        await member.UnlockAsync(Site.Staff);
        await Expect(member.Test("inbox-leaves")).ToHaveTextAsync(
            $"gewist vanaf {until.AddDays(-22).ToLocalTime().ToString("d MMMM", System.Globalization.CultureInfo.GetCultureInfo("nl-NL"))}");
        Assert.Empty((await member.Page.RunAxe()).Violations);
    }
}

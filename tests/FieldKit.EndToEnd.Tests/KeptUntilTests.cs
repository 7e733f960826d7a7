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
        await Expect(member.Test("kept-until")).ToHaveTextAsync("Zoals dit signaal nu staat, wordt het niet vanzelf gewist.");

        await member.AnswerAsync("eerste-blik", "We kijken ernaar.");
        await member.AnswerAsync("afgerond", "Dank je.");

        var until = DateTimeOffset.Parse((await member.Test("kept-until").Locator("time").GetAttributeAsync("datetime"))!, System.Globalization.CultureInfo.InvariantCulture);
        var now = TimeProvider.System.GetUtcNow();
        Assert.InRange(until, now.AddDays(28).AddHours(-1), now.AddDays(28));
        await Expect(member.Test("kept-until")).ToContainTextAsync("Wordt gewist op ");
        Assert.Empty((await member.Page.RunAxe()).Violations);
    }
}

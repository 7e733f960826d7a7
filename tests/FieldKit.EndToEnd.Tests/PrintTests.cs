using System.Text;
using Microsoft.Playwright;

namespace FieldKit.EndToEnd.Tests;

/// <summary>What comes out of Ctrl+P: the content and where it comes from, without the app around it.</summary>
public sealed class PrintTests(SiteFixture fixture) : OneWorkerTests(fixture)
{
    [Theory]
    [InlineData("gesprek/G01", 1, 5)]
    [InlineData("route/F05", 1, 6)]
    public async Task A_page_prints_whole_with_date_facts_and_place(string path, int fewest, int most)
    {
        var page = await Profile.OpenAsync(width: 800, height: 1000);
        await page.GotoAsync(new Uri(Site.Address, path).ToString());
        var paper = page.Locator(".fk-paper");
        await paper.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        Assert.False(await paper.IsVisibleAsync());

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.True(await paper.IsVisibleAsync());
        Assert.False(await page.Locator(".fk-nav").IsVisibleAsync());
        Assert.False(await page.Locator("h1[tabindex]").IsVisibleAsync());
        Assert.True(await page.Locator(".fk-paper__part").CountAsync() > 4);
        var foot = await page.Locator(".fk-paper__foot").InnerTextAsync();
        Assert.Matches("(Alle gemeenten|Utrecht) · Inhoud van .* · bijgewerkt .* · Rust op ", foot);
        var pdf = Encoding.Latin1.GetString(await page.PdfAsync());
        Assert.InRange(pdf.Split("/Type /Page\n").Length - 1, fewest, most);
    }
}

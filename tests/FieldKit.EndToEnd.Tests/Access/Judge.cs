using Microsoft.Playwright;

namespace FieldKit.EndToEnd.Tests.Access;

/// <summary>Looks at the page that is open, and keeps what is wrong.</summary>
internal sealed class Judge(IPage page)
{
    private const int MostStops = 150;

    private static readonly string[] OtherThemes = ["dark", "contrast"];

    private readonly List<Finding> findings = [];

    public IReadOnlyList<Finding> Findings => findings;

    public int Places { get; private set; }

    /// <summary>Fails when the page, as it is now, is not as it should be on a tablet and on a screen.</summary>
    public static async Task HoldAsync(IPage page, string place)
    {
        await page.EvaluateAsync("() => scrollTo(0, 0)");
        foreach (var (width, height) in new[] { (768, 1024), (1366, 768) })
        {
            await page.SetViewportSizeAsync(width, height);
            var judge = new Judge(page);
            await judge.AxeAsync(place);
            Assert.Equal("", string.Join('\n', [.. judge.Findings.Select(finding => $"{finding.Place}: {finding.What}"), .. await Measure.RoomAsync(page), .. await Measure.SmallAsync(page)]));
        }
    }

    /// <summary>What another found, in another tab.</summary>
    public void Take(Judge other)
    {
        findings.AddRange(other.findings);
        Places += other.Places;
    }

    /// <summary>After going to a page: the keyboard is there.</summary>
    public async Task ArriveAsync(string place)
    {
        if (await Measure.FocusAsync(page) is null)
        {
            Note(Judged.Focus, place, "the focus is nowhere");
        }
    }

    public async Task LookAsync(string place)
    {
        await AxeAsync(place);
        Note(Judged.Room, place, await Measure.RoomAsync(page));
        Note(Judged.Targets, place, await Measure.SmallAsync(page));
        await TabThroughAsync(place);

        // A bar that stays in sight lies over what was scrolled under it.
        await page.EvaluateAsync("() => scrollTo(0, 0)");
        await TwiceAsLargeAsync(place);
        await OnPaperAsync(place);
        await RightToLeftAsync(place);
    }

    /// <summary>Only what other words can change.</summary>
    public async Task LookAtWordsAsync(string place)
    {
        Places++;
        Note(Judged.Axe, place, await Measure.AxeAsync(page));
        Note(Judged.Room, place, await Measure.RoomAsync(page));
        await TwiceAsLargeAsync(place);
    }

    public async Task AxeAsync(string place)
    {
        Places++;
        await Measure.SetThemeAsync(page, "light");
        Note(Judged.Axe, place, await Measure.AxeAsync(page));
        foreach (var theme in OtherThemes)
        {
            await Measure.SetThemeAsync(page, theme);
            Note(Judged.Axe, $"{place}, {theme}", await Measure.AxeAsync(page, coloursOnly: true));
        }
    }

    private async Task TwiceAsLargeAsync(string place)
    {
        place += ", letters twice as large";
        await Measure.SetTextAsync(page, 200);
        Note(Judged.Axe, place, await Measure.AxeAsync(page));
        Note(Judged.Room, place, await Measure.RoomAsync(page));
        await Measure.SetTextAsync(page, 100);
    }

    private async Task OnPaperAsync(string place)
    {
        if (await page.Locator(".fk-paper").CountAsync() > 0)
        {
            await page.EmulateMediaAsync(new() { Media = Media.Print, ReducedMotion = ReducedMotion.Reduce });
            Note(Judged.Axe, $"{place}, on paper", await Measure.AxeAsync(page));
            await page.EmulateMediaAsync(new() { Media = Media.Screen, ReducedMotion = ReducedMotion.Reduce });
        }
    }

    private async Task RightToLeftAsync(string place)
    {
        Note(Judged.RightToLeft, place, await Measure.RightToLeftAsync(page));
        var narrow = page.ViewportSize!;
        await page.SetViewportSizeAsync(1366, 768);
        Note(Judged.RightToLeft, $"{place}, on a wide screen", await Measure.RightToLeftAsync(page));
        await page.SetViewportSizeAsync(narrow.Width, narrow.Height);
    }

    // From where the page put the focus, to its end.
    private async Task TabThroughAsync(string place)
    {
        FocusStop? before = null;
        for (var stops = 0; stops < MostStops; stops++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await Measure.FocusAsync(page) is not { } here)
            {
                return;
            }

            if (!here.Ring) { Note(Judged.Focus, place, $"no outline: {here.Name}"); }
            if (!here.Seen) { Note(Judged.Focus, place, $"out of sight: {here.Name}"); }
            if (before is { InMain: true } && here.InMain && here.Bottom < before.Top && here.Left < before.Right) { Note(Judged.Focus, place, $"jumps up from {before.Name} to {here.Name}"); }
            before = here;
        }

        Note(Judged.Focus, place, $"never ends: {before?.Name}");
    }

    private void Note(Judged by, string place, params string[] found) => findings.AddRange(found.Select(what => new Finding(by, place, what)));
}

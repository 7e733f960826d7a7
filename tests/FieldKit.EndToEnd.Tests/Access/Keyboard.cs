using Microsoft.Playwright;

namespace FieldKit.EndToEnd.Tests.Access;

/// <summary>Hands that only have the keys, and eyes that look where each press of the tab key leads.</summary>
internal sealed class Keyboard(IPage page)
{
    private const int MostStops = 60;

    private readonly List<string> findings = [];

    public IReadOnlyList<string> Findings => findings;

    public async Task PressAsync(string key)
    {
        await page.Keyboard.PressAsync(key);
        if (key.EndsWith("Tab", StringComparison.Ordinal) && await Measure.FocusAsync(page) is { } here)
        {
            if (!here.Ring) { findings.Add($"no outline: {here.Name}"); }
            if (!here.Seen) { findings.Add($"out of sight: {here.Name}"); }
        }
    }

    public async Task ReachAsync(ILocator wanted, int within = MostStops, bool backwards = false)
    {
        var passed = new List<string>();
        while (!await wanted.EvaluateAsync<bool>("element => element === document.activeElement"))
        {
            Assert.True(passed.Count < within, $"{wanted} is not reached within {within} stops: {string.Join(" | ", passed)}");
            await PressAsync(backwards ? "Shift+Tab" : "Tab");
            passed.Add((await Measure.FocusAsync(page))?.Name ?? "nowhere");
        }
    }

    public async Task WriteAsync(ILocator field, string text)
    {
        await ReachAsync(field);
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>The tab key leads to a group of radio buttons once, and to each check box; the arrows go on within the group.</summary>
    public async Task ChooseAsync(string field, string value)
    {
        var wanted = page.GetByTestId($"option-{field}-{value}");
        var first = page.Locator($"[name='{field}']").First;
        if (await first.GetAttributeAsync("type") == "checkbox")
        {
            await ReachAsync(wanted);
            await PressAsync("Space");
        }
        else
        {
            await ReachAsync(first);
            while (!await wanted.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                await PressAsync("ArrowDown");
            }

            await PressAsync("Space");
        }

        await Assertions.Expect(wanted).ToBeCheckedAsync();
        await Assertions.Expect(wanted).ToBeFocusedAsync();
    }
}

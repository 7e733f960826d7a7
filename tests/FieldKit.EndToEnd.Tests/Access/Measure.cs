using System.Text.Json;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace FieldKit.EndToEnd.Tests.Access;

/// <summary>What measure.js and axe-core say about the page that is open. Empty: nothing is wrong.</summary>
internal static class Measure
{
    private static readonly string Script = File.ReadAllText(RepositoryRoot.Of("tests", "FieldKit.EndToEnd.Tests", "Access", "measure.js")).Trim();

    /// <summary>Sideways scrolling, what stands outside the screen, text that is cut.</summary>
    public static Task<string[]> OutsideAsync(IPage page) => page.EvaluateAsync<string[]>($"() => ({Script}).outside()");

    /// <summary>Text over other text.</summary>
    public static Task<string[]> OverlappingAsync(IPage page) => page.EvaluateAsync<string[]>($"() => ({Script}).overlapping()");

    /// <summary>Targets under 24 pixels, main actions under 44.</summary>
    public static Task<string[]> SmallAsync(IPage page) => page.EvaluateAsync<string[]>($"() => ({Script}).small()");

    public static async Task<IEnumerable<string>> AxeAsync(IPage page) =>
        (await page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}");

    /// <summary>Where the keyboard is; null while it is nowhere.</summary>
    public static async Task<FocusStop?> FocusAsync(IPage page) =>
        JsonSerializer.Deserialize<FocusStop>(await page.EvaluateAsync<string>($"() => JSON.stringify(({Script}).focused())"), JsonSerializerOptions.Web);

    /// <summary>Letters so many times as large as the browser's own, as a person sets them there.</summary>
    public static Task SetTextAsync(IPage page, int percent) =>
        page.EvaluateAsync("percent => { document.documentElement.style.fontSize = percent === 100 ? '' : `${percent}%`; }", percent);

    /// <summary>What the settings do when a theme is chosen there.</summary>
    public static Task SetThemeAsync(IPage page, string theme) => page.EvaluateAsync("theme => document.documentElement.setAttribute('data-theme', theme)", theme);
}

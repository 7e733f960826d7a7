using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace FieldKit.EndToEnd.Tests.Access;

/// <summary>What measure.js and axe-core say about the page that is open. Empty: nothing is wrong.</summary>
internal static class Measure
{
    private static readonly string Script = File.ReadAllText(RepositoryRoot.Of("tests", "FieldKit.EndToEnd.Tests", "Access", "measure.js")).Trim();
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Sideways scrolling, what stands outside the screen, text that is cut or over other text.</summary>
    public static Task<string[]> RoomAsync(IPage page) => page.EvaluateAsync<string[]>($"() => ({Script}).room()");

    /// <summary>Targets under 24 pixels, main actions under 44.</summary>
    public static Task<string[]> SmallAsync(IPage page) => page.EvaluateAsync<string[]>($"() => ({Script}).small()");

    /// <summary>What is not mirrored when the language runs from right to left, and what has no room in longer words.</summary>
    public static Task<string[]> RightToLeftAsync(IPage page) => page.EvaluateAsync<string[]>($"() => ({Script}).rightToLeft()");

    /// <param name="coloursOnly">Only the rules that read colours: the others find the same in every theme.</param>
    public static async Task<string[]> AxeAsync(IPage page, bool coloursOnly = false)
    {
        // It stays with the document, which a walk within the app does not leave.
        if (!await page.EvaluateAsync<bool>("() => 'axe' in globalThis"))
        {
            await page.EvaluateAsync(Axe);
        }

        return await page.EvaluateAsync<string[]>($"only => ({Script}).axeFinds(only)", coloursOnly);
    }

    /// <summary>Where the keyboard is; null while it is nowhere.</summary>
    public static async Task<FocusStop?> FocusAsync(IPage page) =>
        JsonSerializer.Deserialize<FocusStop>(await page.EvaluateAsync<string>($"() => JSON.stringify(({Script}).focused())"), JsonSerializerOptions.Web);

    /// <summary>Goes to a page within the app, and waits until it is drawn.</summary>
    public static Task MoveAsync(IPage page, string address) => page.EvaluateAsync($"address => ({Script}).move(address)", address);

    /// <summary>Letters so many times as large as the browser's own, as a person sets them there.</summary>
    public static Task SetTextAsync(IPage page, int percent) =>
        page.EvaluateAsync("percent => { document.documentElement.style.fontSize = percent === 100 ? '' : `${percent}%`; }", percent);

    /// <summary>What the settings do when a theme is chosen there.</summary>
    public static Task SetThemeAsync(IPage page, string theme) => page.EvaluateAsync("theme => document.documentElement.setAttribute('data-theme', theme)", theme);
}

using FieldKit.Benchmarks.Content;
using FieldKit.Benchmarks.FirstVisit;
using Microsoft.Playwright;

namespace FieldKit.Benchmarks.Using;

/// <summary>From a keystroke to what it finds, four times slower, with the content that ships and with ten times as much.</summary>
internal static class SearchBenchmark
{
    private const int Slowdown = 4;
    private const double Bar = 50;
    private static readonly string[] Typed = ["aanslag", "sportclup", "thuis niet veilig", "jongerenwerkers", "vlogger", "één gesprek"];

    private const string NoteAnswers =
        """
        () => {
          const times = window.fieldkitAnswers = [];
          let begin = 0;
          document.getElementById('zoek').addEventListener('input', (event) => { begin = event.timeStamp; }, true);
          new MutationObserver(() => requestAnimationFrame(() => setTimeout(() => {
            if (begin) { times.push(performance.now() - begin); begin = 0; }
          }))).observe(document.getElementById('inhoud'), { childList: true, subtree: true, characterData: true });
        }
        """;

    public static async Task<bool> RunAsync()
    {
        var timings = new Timings($"Search at CPU ×{Slowdown}: from a keystroke to its results on the screen");
        var once = timings.Show("ms, the content that ships", await TypeAsync(null), Bar);
        using var more = new MultipliedContent(10);
        return timings.Show("ms, ten times as much", await TypeAsync(more.Path), Bar) && once;
    }

    private static async Task<IReadOnlyList<double>> TypeAsync(string? content)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var site = await RunningSite.StartAsync(content);
        await using var visitor = new Visitor(playwright, Slowdown);
        await visitor.OpenBrowserAsync();
        await visitor.GoAsync(site.Address);
        await visitor.Page.GotoAsync(new Uri(site.Address, "zoeken").ToString());
        var box = visitor.Page.GetByTestId("search");
        await box.FillAsync("aanslag");
        await visitor.Page.GetByTestId("search-found").Locator("li").First.WaitForAsync(new() { Timeout = 120_000 });
        await visitor.Page.EvaluateAsync(NoteAnswers);
        foreach (var words in Typed)
        {
            await box.FillAsync("");
            // A quick thumb: each letter waits for its results, as a slow one does.
            await box.PressSequentiallyAsync(words, new() { Delay = 150 });
        }

        return await visitor.Page.EvaluateAsync<double[]>("() => window.fieldkitAnswers");
    }
}

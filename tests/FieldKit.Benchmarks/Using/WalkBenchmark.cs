using FieldKit.Benchmarks.FirstVisit;
using Microsoft.Playwright;

namespace FieldKit.Benchmarks.Using;

/// <summary>
/// From page to page without a connection, four times slower: the five places of the navigation and what they lead to.
/// Then everything once more, for what the first walk left behind in memory.
/// </summary>
internal static class WalkBenchmark
{
    private const int Slowdown = 4;
    private const int LinksPerPlace = 6;
    private const double ChangeBar = 100;
    private const double MemoryBar = 1.2;

    public static async Task<bool> RunAsync()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var site = await RunningSite.StartAsync();
        await using var visitor = new Visitor(playwright, Slowdown);
        await visitor.OpenBrowserAsync();
        await visitor.GoAsync(site.Address);
        await visitor.KeptAsync();
        await visitor.GoAsync(site.Address);
        var walk = new Walk(visitor.Page);
        await walk.WatchAsync();

        // Once to compile what has to be compiled, as a morning's first round does; the next round counts.
        await walk.EveryPageAsync(LinksPerPlace);
        var once = await walk.MemoryAsync();
        var changes = await walk.EveryPageAsync(LinksPerPlace);
        var twice = await walk.MemoryAsync();

        var withinBar = new Timings($"From page to page at CPU ×{Slowdown}").Show("ms from tap to the page's heading", [.. changes.Select(change => change.Milliseconds)], ChangeBar);
        Console.WriteLine("slowest: " + string.Join(", ", changes.OrderByDescending(change => change.Milliseconds).Take(12).Select(change => $"{change.Link} {change.Milliseconds:N0}")));
        var table = new ComparisonTable("Memory after every page twice, against once", ("twice", "once"));
        table.Add("MB, JavaScript and WebAssembly", twice.Bytes / 1e6, once.Bytes / 1e6, MemoryBar);
        table.Add("nodes of the document", twice.Nodes, once.Nodes, MemoryBar);
        return table.Print() && withinBar;
    }
}

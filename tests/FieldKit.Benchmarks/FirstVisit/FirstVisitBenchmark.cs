using Microsoft.Playwright;

namespace FieldKit.Benchmarks.FirstVisit;

/// <summary>The field app's start against a bare page's, on the same machine in the same minutes.</summary>
internal static class FirstVisitBenchmark
{
    private const int Samples = 5;
    private const double TimeBar = 1.5;
    private const double BytesBar = 1.6;

    public static async Task<bool> RunAsync()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var site = await RunningSite.StartAsync();
        await using var bare = await BarePage.StartAsync();
        var table = new ComparisonTable("First visit to the field app, against a bare Blazor page", ("field app", "bare page"));

        var appBytes = await Visits.CountBytesAsync(playwright, site.Address);
        var bareBytes = await Visits.CountBytesAsync(playwright, bare.Address);
        table.Add("KB down until usable", appBytes.UntilUsable / 1000.0, bareBytes.UntilUsable / 1000.0, BytesBar);
        table.Add("KB down until kept for offline", appBytes.UntilKept / 1000.0, bareBytes.UntilKept / 1000.0, BytesBar);

        foreach (var slowdown in new[] { 1, 4 })
        {
            var (app, floor) = await SampleAsync(playwright, site.Address, bare.Address, slowdown);
            table.Add($"ms to usable, cold, CPU ×{slowdown}", Median(app, visit => visit.Cold), Median(floor, visit => visit.Cold), TimeBar);
            table.Add($"ms to usable, warm, CPU ×{slowdown}", Median(app, visit => visit.Warm), Median(floor, visit => visit.Warm), TimeBar);
            table.Add($"ms to usable, offline, CPU ×{slowdown}", Median(app, visit => visit.Offline), Median(floor, visit => visit.Offline), TimeBar);
        }

        Console.WriteLine($"Asked for more than once on a first visit: {(appBytes.AskedTwice.Count == 0 ? "nothing" : string.Join(", ", appBytes.AskedTwice))}");
        return table.Print() && appBytes.AskedTwice.Count == 0;
    }

    // Taken in turns, so that whatever else the machine does weighs on both.
    private static async Task<(List<Visits> App, List<Visits> Floor)> SampleAsync(IPlaywright playwright, Uri site, Uri bare, int slowdown)
    {
        var app = new List<Visits>();
        var floor = new List<Visits>();
        for (var sample = 0; sample < Samples; sample++)
        {
            app.Add(await Visits.MakeAsync(playwright, site, slowdown));
            floor.Add(await Visits.MakeAsync(playwright, bare, slowdown));
        }

        return (app, floor);
    }

    private static double Median(IEnumerable<Visits> visits, Func<Visits, double> figure) => Medians.Of(visits.Select(figure));
}

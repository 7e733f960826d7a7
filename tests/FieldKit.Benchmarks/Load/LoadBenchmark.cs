using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using FieldKit.Benchmarks.Sync;
using FieldKit.ReportingPoint.Tests;

namespace FieldKit.Benchmarks.Load;

/// <summary>
/// A thousand devices with twenty signals of 2 KiB each, thirty-two of them at the same time, on each database; and what an exchange
/// costs alone, beside the same bytes in one plain POST to a server that does nothing but keep them.
/// </summary>
internal static class LoadBenchmark
{
    public const string Verb = "load";
    private const int Devices = 1_000;
    private const int SignalsEach = 20;
    private const int AtOnce = 32;
    private const int Samples = 101;
    private const int WarmUps = 60;
    private const double HundredBar = 1 / 0.35;
    private const double OneBar = 3;
    private const double NothingBar = 1.5;
    private const double BytesBar = 1.1;
    private const double NothingBytesBar = 1024;
    private const double MemoryBar = 250;

    public static async Task<bool> RunAsync()
    {
        bool within;
        await using (var site = await LoadedSite.OnSqliteAsync())
        {
            within = await RunAsync("SQLite", site);
        }

        var cluster = new PostgresCluster(isDurable: true);
        await using var postgres = await LoadedSite.OnPostgresAsync(cluster);
        return await RunAsync("PostgreSQL", postgres, cluster) && within;
    }

    private static async Task<bool> RunAsync(string database, LoadedSite site, PostgresCluster? cluster = null)
    {
        await using var floor = await PlainPost.StartAsync(cluster?.ConnectionTo(cluster.NewDatabase(fromTemplate: false)));
        var devices = await site.AddDevicesAsync(Devices);
        var within = await AlternateAsync(database, site, floor, devices);
        within &= await CrowdAsync(database, site, devices);
        return within & Show($"{database}: MB of memory at most", site.Running.PeakMemory / 1e6, MemoryBar);
    }

    /// <summary>One at a time, each first as often as second.</summary>
    private static async Task<bool> AlternateAsync(string database, LoadedSite site, PlainPost floor, IReadOnlyList<LoadedDevice> devices)
    {
        var table = new ComparisonTable($"One exchange at a time on {database}, against one plain POST", ("FieldKit", "plain POST"));
        foreach (var (name, count, bar, path) in new (string, int, double?, string)[]
        {
            ("ms, a hundred signals", 100, HundredBar, ""),
            ("ms, one signal", 1, OneBar, ""),
            ("ms, nothing", 0, NothingBar, ""),
            ("of which HTTP alone", 0, null, PlainPoint.HttpOnly),
        })
        {
            var address = new Uri(floor.Address, path);
            var (ours, plain) = (new List<double>(), new List<double>());
            for (var sample = -WarmUps; sample < Samples; sample++)
            {
                var bodies = LoadedDevice.Bodies(count);
                var device = devices[(sample + WarmUps) % devices.Count];
                var plainTime = int.IsEvenInteger(sample) ? await floor.SendAsync(address, bodies) : (TimeSpan?)null;
                var time = await device.ExchangeAsync(site.Http, bodies);
                plainTime ??= await floor.SendAsync(address, bodies);
                if (sample >= 0)
                {
                    ours.Add(time.TotalMilliseconds);
                    plain.Add(plainTime.Value.TotalMilliseconds);
                }
            }

            table.Add(name, Medians.Of(ours), Medians.Of(plain), bar);
        }

        var hundred = LoadedDevice.Bodies(100);
        var (up, down) = await BytesAsync(site, devices[0], hundred);
        table.Add("bytes both ways, against sealed bytes", up + down, hundred.Sum(body => (double)body.Length), BytesBar);
        var (nothingUp, nothingDown) = await BytesAsync(site, devices[0], []);
        var within = table.Print();
        within &= Show("bytes up, nothing to send", nothingUp, NothingBytesBar);
        return within & Show("bytes down, nothing to send", nothingDown, NothingBytesBar);
    }

    private static async Task<(double Up, double Down)> BytesAsync(LoadedSite site, LoadedDevice device, IReadOnlyList<byte[]> bodies)
    {
        using var counter = new WireCounter(site.Running.Address);
        using var http = new HttpClient { BaseAddress = counter.Address };
        await device.ExchangeAsync(http, bodies);
        return (counter.BothWays - counter.Down, counter.Down);
    }

    private static async Task<bool> CrowdAsync(string database, LoadedSite site, IReadOnlyList<LoadedDevice> devices)
    {
        var times = new ConcurrentBag<double>();
        var failures = new ConcurrentBag<string>();
        var bodies = LoadedDevice.Bodies(SignalsEach);
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(devices, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (device, _) =>
        {
            try
            {
                times.Add((await device.ExchangeAsync(site.Http, bodies)).TotalMilliseconds);
            }
            catch (Exception failure) when (failure is InvalidOperationException or HttpRequestException)
            {
                failures.Add(failure.Message);
            }
        });
        var rate = Devices * SignalsEach / watch.Elapsed.TotalSeconds;
        new Timings($"{Devices} devices × {SignalsEach} signals on {database}, {AtOnce} at once: {rate.ToString("N0", CultureInfo.InvariantCulture)} signals a second, {failures.Count} failures")
            .Show("ms of an exchange", [.. times]);
        foreach (var failure in failures.Distinct().Take(3))
        {
            Console.WriteLine(failure);
        }

        return failures.IsEmpty;
    }

    private static bool Show(string name, double value, double bar)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-40} {value:N0} (bar ≤ {bar:N0}){(value > bar ? "  over" : "")}"));
        return value <= bar;
    }
}

using System.Globalization;
using System.Net.Http.Json;
using FieldKit.Benchmarks.Load;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests;

namespace FieldKit.Benchmarks.Growth;

/// <summary>What an exchange, a page of the inbox by each filter and a retention run cost with a thousand, a hundred thousand and a million stored envelopes, on each database.</summary>
internal static class GrowthBenchmark
{
    public const string Verb = "growth";
    private const int Samples = 101;
    private const int WarmUps = 60;
    private const int InboxSamples = 15;
    private const int ClearingSamples = 9;
    private const int DueAtOnce = 20;
    private const double Bar = 1.5;
    private static readonly int[] Sizes = [1_000, 100_000, 1_000_000];

    /// <summary>Each filter of the inbox; the last finds nothing, and looks through as much as one question may.</summary>
    private static readonly (string Name, string Filter)[] Pages =
    [
        ("all", ""),
        ("not looked at", "stage=ontvangen"),
        ("closed", $"stage={GrownSite.Closed}"),
        ("mine", "waiting=mine"),
        ("nobody's", "waiting=nobody"),
        ("a colleague's", "waiting=colleague"),
        ("a second person's", "waiting=second"),
        ("unread", "unread=true"),
        ("of a form", "form=signaal"),
        ("closed, mine, unread", $"stage={GrownSite.Closed}&waiting=mine&unread=true"),
        ("none fits", "form=none"),
    ];

    public static async Task<bool> RunAsync()
    {
        bool within;
        await using (var site = await LoadedSite.OnSqliteAsync())
        {
            within = await RunAsync("SQLite", site);
        }

        await using var postgres = await LoadedSite.OnPostgresAsync(new PostgresCluster(isDurable: true));
        return await RunAsync("PostgreSQL", postgres) && within;
    }

    private static async Task<bool> RunAsync(string database, LoadedSite site)
    {
        var devices = await site.AddDevicesAsync(10);
        using var desk = await SignInAsync(site);
        var within = true;
        Dictionary<string, double>? small = null;
        foreach (var size in Sizes)
        {
            await GrownSite.GrowAsync(site, size);
            var costs = new Dictionary<string, double>
            {
                ["ms, one signal"] = await MedianAsync(WarmUps, Samples, async sample => (await devices[sample % devices.Count].ExchangeAsync(site.Http, LoadedDevice.Bodies(1))).TotalMilliseconds),
                ["ms, nothing"] = await MedianAsync(WarmUps, Samples, async sample => (await devices[sample % devices.Count].ExchangeAsync(site.Http, [])).TotalMilliseconds),
            };
            foreach (var (name, filter) in Pages)
            {
                costs[$"ms, a page: {name}"] = await MedianAsync(InboxSamples, InboxSamples, _ => InboxAsync(desk, filter));
            }

            costs[$"ms, clearing {DueAtOnce} signals"] = await ClearingAsync(site);
            small ??= costs;
            if (costs != small)
            {
                var table = new ComparisonTable(string.Create(CultureInfo.InvariantCulture, $"{size:N0} stored envelopes on {database}, against {Sizes[0]:N0}"), ("many", "few"));
                foreach (var (name, cost) in costs)
                {
                    table.Add(name, cost, small[name], Bar);
                }

                within &= table.Print();
            }
        }

        return within;
    }

    /// <summary>A whole run, with so many due, in this process while the site stands still.</summary>
    private static async Task<double> ClearingAsync(LoadedSite site)
    {
        await site.Running.KillAsync();
        double median;
        await using (var host = await ClearingHost.StartAsync(site))
        {
            median = await MedianAsync(ClearingSamples, ClearingSamples, async _ =>
            {
                await GrownSite.MakeDueAsync(site, DueAtOnce);
                var start = TimeProvider.System.GetTimestamp();
                var cleared = await host.ClearAsync();
                var time = TimeProvider.System.GetElapsedTime(start).TotalMilliseconds;
                return cleared == DueAtOnce ? time : throw new InvalidOperationException($"{cleared} signals were cleared, not {DueAtOnce}.");
            });
        }

        await site.Running.StartServerAsync();
        return median;
    }

    private static async Task<double> MedianAsync(int warmUps, int samples, Func<int, Task<double>> measure)
    {
        var times = new List<double>();
        for (var sample = 0; sample < warmUps + samples; sample++)
        {
            var time = await measure(sample);
            if (sample >= warmUps)
            {
                times.Add(time);
            }
        }

        return Medians.Of(times);
    }

    private static async Task<HttpClient> SignInAsync(LoadedSite site)
    {
        var desk = new HttpClient(new SocketsHttpHandler()) { BaseAddress = site.Running.Address, Timeout = TimeSpan.FromMinutes(10) };
        desk.DefaultRequestHeaders.Add("X-FieldKit", "1");
        using var answer = await desk.PostAsJsonAsync(
            "/api/v1/staff/session", new SignInRequest(site.Running.Staff.Name, site.Running.Staff.Password), ProtocolJson.Default.SignInRequest);
        answer.EnsureSuccessStatusCode();
        return desk;
    }

    private static async Task<double> InboxAsync(HttpClient desk, string filter)
    {
        var start = TimeProvider.System.GetTimestamp();
        using var answer = await desk.GetAsync($"/api/v1/staff/inbox?{filter}");
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
        return TimeProvider.System.GetElapsedTime(start).TotalMilliseconds;
    }
}

using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Tests;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.Benchmarks.Load;

/// <summary>The published reporting point on one of its databases, with devices that need not enrol first.</summary>
internal sealed class LoadedSite : IAsyncDisposable
{
    public const string Municipality = "utrecht";

    // One address stands for a thousand phones here.
    private static readonly string[] Unlimited =
        ["--limits:exchanges-of-an-address", "100000000", "--limits:exchanges-of-a-device", "100000000", "--limits:bytes-of-a-device", "100000000000"];

    private LoadedSite(RunningSite running, string? postgres)
    {
        Running = running;
        Postgres = postgres;
        Http = new() { BaseAddress = running.Address, Timeout = TimeSpan.FromMinutes(10) };
    }

    public RunningSite Running { get; }

    /// <summary>Its connection string; null on SQLite.</summary>
    public string? Postgres { get; }

    public HttpClient Http { get; }

    public static async Task<LoadedSite> OnSqliteAsync() => new(await RunningSite.StartAsync(switches: Unlimited), postgres: null);

    public static async Task<LoadedSite> OnPostgresAsync(PostgresCluster cluster)
    {
        var connection = cluster.ConnectionTo(cluster.NewDatabase(fromTemplate: false));
        return new(await RunningSite.StartAsync(switches: [.. Unlimited, "--database", "postgres", "--connection", connection]), connection);
    }

    public async Task<IReadOnlyList<LoadedDevice>> AddDevicesAsync(int count)
    {
        var devices = Enumerable.Range(0, count).Select(_ => new LoadedDevice(Municipality)).ToList();
        await using var db = Database();
        db.AddRange(devices.Select(device => device.Row));
        await db.SaveChangesAsync();
        return devices;
    }

    /// <summary>The server's tables, beside the server.</summary>
    public ReportingPointDb Database()
    {
        var options = new DbContextOptionsBuilder<ReportingPointDb>();
        return new((Postgres is null ? options.UseSqlite($"Data Source={Path.Combine(Running.DataFolder, "reportingpoint.db")};Default Timeout=60") : options.UseNpgsql(Postgres)).Options);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Running.DisposeAsync();
    }
}

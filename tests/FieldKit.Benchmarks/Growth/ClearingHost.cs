using FieldKit.Benchmarks.Load;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Content;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Identity;
using FieldKit.ReportingPoint.Intake;
using FieldKit.ReportingPoint.Retention;
using FieldKit.ReportingPoint.Staff;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace FieldKit.Benchmarks.Growth;

/// <summary>The reporting point's own parts in this process, on a site's database, so that a retention run can be asked for. The site is stopped meanwhile.</summary>
internal sealed class ClearingHost(WebApplication host) : IAsyncDisposable
{
    public static async Task<ClearingHost> StartAsync(LoadedSite site)
    {
        string[] database = site.Postgres is null ? [] : ["--database", "postgres", "--connection", site.Postgres];
        var builder = WebApplication.CreateBuilder(["--data", site.Running.DataFolder, "--content", RepositoryRoot.Of("content"), "--urls", "http://127.0.0.1:0", .. database]);
        builder.AddDoorstep();
        builder.AddTelemetry();
        builder.AddStorage();
        builder.AddAudit();
        builder.AddContent();
        builder.AddIdentity();
        builder.AddIntake();
        builder.AddStaff();
        builder.AddRetention();
        var host = builder.Build();
        await host.StartAsync();
        return new(host);
    }

    /// <returns>How many signals were cleared.</returns>
    public Task<int> ClearAsync() => host.Services.GetRequiredService<RetentionRun>().ClearAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        await host.DisposeAsync();
    }
}

using FieldKit.ReportingPoint.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Intake;

/// <summary>With --demo: a fresh one-time code at every start, printed for the person at the keyboard.</summary>
internal sealed class DemoCode(
    IConfiguration configuration, EnrolmentCodes codes, IDbContextFactory<ReportingPointDb> databases, IHostApplicationLifetime lifetime, IServer server) : IHostedService
{
    private const string Usual = "utrecht";

    public async Task StartAsync(CancellationToken cancellation)
    {
        if (configuration.GetValue<bool>("demo"))
        {
            var municipality = await MunicipalityAsync(cancellation);
            var code = await codes.IssueAsync(municipality, $"Jongerenwerk {char.ToUpperInvariant(municipality[0])}{municipality[1..]} (demo)", "jongerenwerk", cancellation);

            // Once the addresses are known.
            lifetime.ApplicationStarted.Register(() => Print(code.ToString()));
        }
    }

    public Task StopAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <returns>The usual one, unless others were set up here without it.</returns>
    private async Task<string> MunicipalityAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var here = await db.Municipalities.OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(cancellation);
        return here.Contains(Usual) || here.Count == 0 ? Usual : here[0];
    }

    private void Print(string code)
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        Console.WriteLine($"""

            FieldKit draait op {address} / FieldKit runs at {address}
            Eenmalige code om een apparaat te koppelen / One-time code to enrol a device: {code}
            Of open deze link / Or open this link: {address}/koppelen#{code}

            """);
    }
}

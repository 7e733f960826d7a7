using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace FieldKit.ReportingPoint.Intake;

/// <summary>With --demo: a fresh one-time code at every start, printed for the person at the keyboard.</summary>
internal sealed class DemoCode(
    IConfiguration configuration, EnrolmentCodes codes, IHostApplicationLifetime lifetime, IServer server) : IHostedService
{
    private const string Organisation = "Jongerenwerk Utrecht (demo)";

    public async Task StartAsync(CancellationToken cancellation)
    {
        if (configuration.GetValue<bool>("demo"))
        {
            var code = await codes.IssueAsync("utrecht", Organisation, "jongerenwerk", cancellation);

            // Once the addresses are known.
            lifetime.ApplicationStarted.Register(() => Print(code.ToString()));
        }
    }

    public Task StopAsync(CancellationToken cancellation) => Task.CompletedTask;

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

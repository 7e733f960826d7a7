using System.Text.Json;
using FieldKit.Content;
using FieldKit.Device.Tests.Integration;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Content;
using FieldKit.ReportingPoint.Intake;
using FieldKit.ReportingPoint.Tests.Personas;
using FieldKit.TestKit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace FieldKit.ReportingPoint.Tests.Faults;

/// <summary>The same program within this process, with time by hand: it dies and comes back in a fraction of a second.</summary>
internal sealed class RestartedPoint : IFaultedPoint
{
    private readonly TemporaryFolder folder = new();
    private readonly int port = FreePort.Find();
    private StartedProgram? started;

    public RestartedPoint()
    {
        Desk = new(Address);
        File.WriteAllBytes(folder.File("setup.json"), JsonSerializer.SerializeToUtf8Bytes(Desk.Setup, ProtocolJson.Default.ReportingPointSetup));
    }

    public Uri Address => new($"http://127.0.0.1:{port}/");

    public DeskWorker Desk { get; }

    public string Database => folder.File("data/reportingpoint.db");

    public ManualTimeProvider Clock { get; } = new();

    public async Task<string> StartAsync()
    {
        await ComeBackAsync();
        var codes = started!.Services.GetRequiredService<EnrolmentCodes>();
        return (await codes.IssueAsync("utrecht", "Jongerenwerk", "jongerenwerk", CancellationToken.None)).ToString();
    }

    public void Die() => started!.Dispose();

    public Task ComeBackAsync()
    {
        started = new(this);
        started.UseKestrel();
        started.StartServer();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        started?.Dispose();
        Desk.Dispose();
        folder.Dispose();
    }

    // Any type of the program names it; what measures has a Program of its own.
    private sealed class StartedProgram(RestartedPoint point) : WebApplicationFactory<EnrolmentCodes>
    {
        private readonly LetGoOfFolder letGo = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
            .UseContentRoot(point.folder.FullName)
            .UseUrls(point.Address.OriginalString)
            .UseSetting("data", point.folder.File("data"))
            .UseSetting("setup", point.folder.File("setup.json"))
            .ConfigureTestServices(letGo.Watch)
            .ConfigureTestServices(services => services
                .Replace(ServiceDescriptor.Singleton<TimeProvider>(point.Clock))
                .Replace(ServiceDescriptor.Singleton<CompileContent>(builtOn => new CompilationResult(SmallContent.Bundle(builtOn), []))))
            .ConfigureLogging(logging => logging.ClearProviders());

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            letGo.Wait();
        }
    }
}

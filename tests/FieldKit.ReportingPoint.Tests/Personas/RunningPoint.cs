using System.Text.Json;
using FieldKit.Content;
using FieldKit.Domain;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Content;
using FieldKit.ReportingPoint.Intake;
using FieldKit.TestKit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace FieldKit.ReportingPoint.Tests.Personas;

/// <summary>A reporting point for Utrecht and Arnhem: the real program, on a real port, with a database of its own and time by hand.</summary>
internal sealed class RunningPoint : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private StartedProgram started;

    public RunningPoint()
    {
        WriteSetup("utrecht.json", Setups.Utrecht);
        WriteSetup("arnhem.json", Setups.Arnhem);
        started = Start();
    }

    public ManualTimeProvider Clock { get; } = new();

    public CollectedLog Log { get; } = new();

    public Func<DateOnly, ContentBundle> Content { get; set; } = SmallContent.Bundle;

    public string DataFolder => folder.File("data");

    public IServiceProvider Services => started.Services;

    public Uri Address => started.ClientOptions.BaseAddress;

    /// <summary>A client without any session, token or header.</summary>
    public HttpClient Client() => Client(cookies: false);

    public HttpClient ClientWithCookies() => Client(cookies: true);

    /// <summary>Stops the program and starts it again on the same data.</summary>
    public void Restart()
    {
        started.Dispose();
        started = Start();
    }

    public Task<EnrolmentCode> IssueCodeAsync(string municipality = "utrecht") =>
        Services.GetRequiredService<EnrolmentCodes>().IssueAsync(municipality, "Jongerenwerk " + municipality, "jongerenwerk", CancellationToken.None);

    public async Task<FieldDevice> EnrolledAsync(string municipality = "utrecht")
    {
        var device = new FieldDevice(this);
        await device.EnrolAsync(await IssueCodeAsync(municipality));
        return device;
    }

    public void Dispose()
    {
        started.Dispose();
        folder.Dispose();
    }

    private HttpClient Client(bool cookies) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = cookies }) { BaseAddress = started.ClientOptions.BaseAddress };

    private StartedProgram Start()
    {
        var program = new StartedProgram(this);
        program.UseKestrel(0);
        program.StartServer();
        return program;
    }

    public void WriteSetup(string name, ReportingPointSetup setup) =>
        File.WriteAllBytes(folder.File(name), JsonSerializer.SerializeToUtf8Bytes(setup, ProtocolJson.Default.ReportingPointSetup));

    private sealed class StartedProgram(RunningPoint point) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
            .UseSetting("data", point.DataFolder)
            .UseSetting("setup", point.folder.File("utrecht.json") + Path.PathSeparator + point.folder.File("arnhem.json"))
            .ConfigureTestServices(services => services
                .Replace(ServiceDescriptor.Singleton<TimeProvider>(point.Clock))
                .Replace(ServiceDescriptor.Singleton<CompileContent>(builtOn => new CompilationResult(point.Content(builtOn), [])))
                .AddSingleton<ILoggerProvider>(point.Log));
    }
}

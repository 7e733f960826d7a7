using System.Security.Cryptography.X509Certificates;
using FieldKit.Device.Sync;
using FieldKit.Protocol;
using FieldKit.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FieldKit.Device.Tests.Sync;

/// <summary>A scripted reporting point behind real HTTP, and what stands between it and a device.</summary>
internal sealed class LoopbackPoint(ScriptedReportingPoint point) : IAsyncDisposable
{
    private readonly int port = FreePort.Find();
    private WebApplication? running;

    public Uri Address => new($"{(Certificate is null ? "http" : "https")}://localhost:{port}/");

    /// <summary>Asked at every new connection; without one it is plain HTTP.</summary>
    public Func<X509Certificate2>? Certificate { get; init; }

    /// <summary>What happens to an exchange instead of reaching the reporting point.</summary>
    public Func<HttpContext, Task>? InTheWay { get; set; }

    /// <summary>Whether the connection breaks after the reporting point has answered.</summary>
    public Func<bool> LosesAnswer { get; set; } = () => false;

    public int Exchanges { get; private set; }

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port, listen =>
        {
            if (Certificate is not null)
            {
                listen.UseHttps(https => https.ServerCertificateSelector = (_, _) => Certificate());
            }
        }));
        running = builder.Build();
        running.Run(AnswerAsync);
        await running.StartAsync();
    }

    public async Task StopAsync()
    {
        await running!.DisposeAsync();
        running = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (running is not null)
        {
            await StopAsync();
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path == "/api/v1/enrolment")
        {
            var asked = (await context.Request.ReadFromJsonAsync(ProtocolJson.Default.EnrolmentRequest))!;
            await context.Response.WriteAsJsonAsync(await point.EnrolAsync(asked, default), ProtocolJson.Default.EnrolmentResponse);
            return;
        }

        Exchanges++;
        if (InTheWay is not null)
        {
            await InTheWay(context);
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var shown = context.Request.Headers.Authorization.ToString()["Bearer ".Length..].Split('.');
        var answer = await point.ExchangeAsync(Guid.Parse(shown[0]), shown[1], body.ToArray(), default);
        if (LosesAnswer())
        {
            context.Abort();
            return;
        }

        context.Response.ContentType = Frame.ContentType;
        await context.Response.Body.WriteAsync(answer);
    }
}

using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace FieldKit.ReportingPoint.Tests.Telemetry;

/// <summary>What a collector on another machine is told, over the real protocol.</summary>
public sealed class TelemetryTests : IDisposable
{
    private const string Canary = "kanarievogel2604";
    private const int Patience = 60_000;
    private readonly RunningPoint point = new();

    [Fact]
    public async Task Collector_is_told_how_much_by_which_route_and_outcome_and_nothing_of_anybody()
    {
        await using var collector = await Collector.StartAsync();
        point.Settings["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address.ToString();
        point.Settings["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        point.Restart();
        var code = await point.IssueCodeAsync();
        var worker = new FieldDevice(point);
        await worker.EnrolAsync(code);
        var envelope = worker.Seal(Canary);
        await worker.ExchangeAsync(envelope, worker.Seal("Ik zag iets.", municipality: "arnhem"));
        using var screener = await StaffMember.ScreenerAsync(point);
        await screener.OpenAsync(envelope.Header.Id);
        (await screener.Client.GetAsync($"/{Canary}?naam={Canary}")).Dispose();

        await Task.Run(() => Assert.True(
            point.Services.GetRequiredService<MeterProvider>().ForceFlush(Patience) && point.Services.GetRequiredService<TracerProvider>().ForceFlush(Patience)));

        foreach (var told in new[] { "fieldkit.envelopes", "received", Refusals.OtherMunicipality, "http.server.request.duration", "/api/v1/exchange" })
        {
            Assert.Contains(told, collector.Metrics);
        }

        Assert.Contains("POST /api/v1/exchange", collector.Traces);
        Assert.Contains("GET /api/v1/staff/signals/{id:guid}", collector.Traces);
        string[] secrets =
        [
            Canary, code.Whole, worker.Id.ToString("D"), worker.Id.ToString("N"), envelope.Header.Id.ToString("D"), worker.Authorization.Split('.')[1],
            Setups.UtrechtSecrets.Name, Setups.UtrechtSecrets.Password, "Jongerenwerk",
        ];
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, collector.Metrics + collector.Traces));
    }

    public void Dispose() => point.Dispose();
}

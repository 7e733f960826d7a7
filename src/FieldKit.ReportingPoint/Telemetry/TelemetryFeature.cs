using System.Diagnostics;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace FieldKit.ReportingPoint.Telemetry;

/// <summary>Figures and traces for whoever keeps it running, sent to the collector that OpenTelemetry's own settings name; nowhere when they name none.</summary>
internal static class TelemetryFeature
{
    private const string CollectorSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ExchangeFigures>();
        if (builder.Configuration[CollectorSetting] is null)
        {
            return;
        }

        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("fieldkit-reporting-point"))
            .WithMetrics(metrics => metrics
                .AddMeter(ExchangeFigures.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql")
                .AddOtlpExporter())
            .WithTracing(traces => traces
                .AddSource("Microsoft.AspNetCore")
                .AddProcessor(new RoutesOnly())
                .AddOtlpExporter());
    }

    /// <summary>First of all: the web server says of its own traces nothing but that they were.</summary>
    public static void UseTelemetry(this WebApplication app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        finally
        {
            if (Activity.Current is { } trace)
            {
                trace.SetTag(RoutesOnly.Method, context.Request.Method);
                trace.SetTag(RoutesOnly.Route, (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);
                trace.SetTag(RoutesOnly.Status, context.Response.StatusCode);
            }
        }
    });
}

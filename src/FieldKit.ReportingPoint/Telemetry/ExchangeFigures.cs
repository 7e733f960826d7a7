using System.Diagnostics.Metrics;
using FieldKit.ReportingPoint.Intake;

namespace FieldKit.ReportingPoint.Telemetry;

/// <summary>How many envelopes came and what became of them. Of nobody in particular: no device, no municipality.</summary>
internal sealed class ExchangeFigures
{
    public const string MeterName = "FieldKit.ReportingPoint";

    private readonly Counter<long> envelopes;

    public ExchangeFigures(IMeterFactory meters) => envelopes = meters.Create(MeterName)
        .CreateCounter<long>("fieldkit.envelopes", "{envelope}", "Envelopes that devices offered, by outcome: received, or the code of the refusal.");

    public void Count(IReadOnlyList<StoredEnvelope> stored)
    {
        foreach (var outcome in stored)
        {
            envelopes.Add(1, new KeyValuePair<string, object?>("outcome", outcome.Refusal ?? "received"));
        }
    }
}

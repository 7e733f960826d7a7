using FieldKit.Protocol;

namespace FieldKit.ReportingPoint.Intake;

/// <summary>What became of one envelope.</summary>
/// <param name="Sequence">Null when refused.</param>
/// <param name="Sha256">Of the sealed bytes.</param>
internal sealed record StoredEnvelope(Guid Id, long? Sequence, string? Refusal, byte[] Sha256)
{
    public EnvelopeOutcome Outcome => new(Id, Sequence, Refusal);
}

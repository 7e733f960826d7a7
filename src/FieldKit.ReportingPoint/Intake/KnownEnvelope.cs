using FieldKit.Protocol;

namespace FieldKit.ReportingPoint.Intake;

/// <summary>What is stored of an envelope, but its bytes.</summary>
/// <param name="Header">Without length.</param>
/// <param name="IsCleared">Its bytes went because its term had passed.</param>
internal sealed record KnownEnvelope(EnvelopeHeader Header, long Sequence, Guid Device, byte[] Sha256, bool IsCleared = false)
{
    public bool IsSame(EnvelopeHeader header, Guid device, byte[] sha256) =>
        Device == device && Header == header with { Length = 0 } && Sha256.AsSpan().SequenceEqual(sha256);
}

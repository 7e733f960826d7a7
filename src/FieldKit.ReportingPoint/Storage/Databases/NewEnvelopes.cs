using FieldKit.Protocol;

namespace FieldKit.ReportingPoint.Storage.Databases;

/// <summary>Envelopes of one exchange that were not there before.</summary>
internal sealed record NewEnvelopes(string Municipality, Guid Device, DateTimeOffset ReceivedAt, IReadOnlyList<NewEnvelope> Rows);

internal sealed record NewEnvelope(EnvelopeHeader Header, long Sequence, byte[] Sha256, byte[] Sealed);

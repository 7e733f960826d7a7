using FieldKit.Crypto;
using FieldKit.Protocol;

namespace FieldKit.ReportingPoint.Intake;

/// <summary>Signs for what is stored.</summary>
internal sealed class Receipts(SigningKey signing)
{
    /// <returns>Null when nothing of it is stored.</returns>
    public byte[]? Over(IReadOnlyList<StoredEnvelope> stored, EnteredDevice device, DateTimeOffset now)
    {
        var received = stored.Where(envelope => envelope.Sequence is not null).ToList();
        return received.Count == 0
            ? null
            : signing.Sign(Receipt.Statement(device.Instance, device.Id, now, received.Select(envelope => (envelope.Id, envelope.Sequence!.Value, envelope.Sha256))));
    }
}

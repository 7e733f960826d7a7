using FieldKit.Crypto;
using FieldKit.Device.Enrolment;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;
using FieldKit.Protocol;

namespace FieldKit.Device.Outbox;

/// <summary>Seals documents for the reporting point, and says what puts them in the queue.</summary>
internal sealed class EnvelopeSealing(IDeviceKeys keys)
{
    /// <param name="header">Its length is still to be filled in.</param>
    /// <exception cref="InvalidOperationException">The sealed document is larger than <see cref="Limits.SealedBytes"/>.</exception>
    public async ValueTask<QueuedEnvelope> SealAsync(EnrolledDevice enrolled, EnvelopeHeader header, byte[] document)
    {
        var sealedBytes = await keys.SealAsync(
            enrolled.Keys.EpochPublicKey, Hpke.SignalInfo, header.AssociatedData(enrolled.Device), SealedText.Pack(document));
        return sealedBytes.Length <= Limits.SealedBytes
            ? new(header with { Length = sealedBytes.Length }, enrolled.Device, sealedBytes)
            : throw new InvalidOperationException("This is too long to send.");
    }

    public static SealedChange[] Queue(QueuedEnvelope envelope) =>
    [
        Outbox.Mark(envelope.Header.Id),
        new(Key(envelope.Header.Id), 0, KeyTier.Device, envelope.ToBytes()),
    ];

    public static RecordKey Key(Guid envelope) => new(Outbox.EnvelopesStoreName, envelope.ToString("D"));
}

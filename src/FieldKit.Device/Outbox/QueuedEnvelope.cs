using System.Buffers.Binary;
using System.Text.Json;
using FieldKit.Protocol;

namespace FieldKit.Device.Outbox;

/// <summary>A sealed signal on its way: everything the reporting point gets, readable by nobody here.</summary>
/// <param name="Device">The enrolment that it was sealed under; part of the seal.</param>
internal sealed record QueuedEnvelope(EnvelopeHeader Header, Guid Device, byte[] Sealed)
{
    private const int PrefixBytes = 4;

    /// <summary>u32 little-endian length of the label, the label (JSON), then the sealed bytes as they are.</summary>
    public byte[] ToBytes()
    {
        var label = JsonSerializer.SerializeToUtf8Bytes(new(Header, Device), DeviceJson.Default.EnvelopeLabel);
        var prefix = new byte[PrefixBytes];
        BinaryPrimitives.WriteInt32LittleEndian(prefix, label.Length);
        return [.. prefix, .. label, .. Sealed];
    }

    public static QueuedEnvelope FromBytes(byte[] bytes)
    {
        var end = PrefixBytes + BinaryPrimitives.ReadInt32LittleEndian(bytes);
        var label = JsonSerializer.Deserialize(bytes.AsSpan(PrefixBytes..end), DeviceJson.Default.EnvelopeLabel)!;
        return new(label.Header, label.Device, bytes[end..]);
    }
}

/// <summary>What stands on a queued envelope, beside what is in it.</summary>
internal sealed record EnvelopeLabel(EnvelopeHeader Header, Guid Device);

/// <summary>A sealed answer as it arrived; opened on reading.</summary>
internal sealed record InboundMessage(MessageHeader Header, byte[] Sealed);

using FieldKit.Protocol;

namespace FieldKit.Device.Outbox;

/// <summary>A sealed signal on its way: everything the reporting point gets, readable by nobody here.</summary>
/// <param name="Device">The enrolment that it was sealed under; part of the seal.</param>
internal sealed record QueuedEnvelope(EnvelopeHeader Header, Guid Device, byte[] Sealed);

/// <summary>What the reporting point said about an envelope, written by sync while the vault may be shut.</summary>
/// <param name="Refusal">Null when received.</param>
/// <param name="Envelope">Kept until an answer arrives, to be offered again to a restored reporting point.</param>
internal sealed record EnvelopeReceipt(long? Sequence, DateTimeOffset At, string? Refusal, QueuedEnvelope? Envelope);

/// <summary>A sealed answer as it arrived; opened on reading.</summary>
internal sealed record InboundMessage(MessageHeader Header, byte[] Sealed);

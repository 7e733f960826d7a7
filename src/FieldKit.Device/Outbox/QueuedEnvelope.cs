using FieldKit.Protocol;

namespace FieldKit.Device.Outbox;

/// <summary>A sealed signal on its way: everything the reporting point gets, readable by nobody here.</summary>
/// <param name="Device">The enrolment that it was sealed under; part of the seal.</param>
internal sealed record QueuedEnvelope(EnvelopeHeader Header, Guid Device, byte[] Sealed);

/// <summary>A sealed answer as it arrived; opened on reading.</summary>
internal sealed record InboundMessage(MessageHeader Header, byte[] Sealed);

using System.Text.Json.Serialization;

namespace FieldKit.Protocol;

/// <summary>What a device sends up in one exchange; the sealed bytes of the envelopes follow in order in the frame.</summary>
/// <param name="Cursor">Sequence of the last message that this device stored; it acknowledges all up to it. 0 at first.</param>
/// <param name="Instance">The reporting point's instance as the device last knew it, or null.</param>
/// <param name="ContentSequence">Sequence of the content bundle that the device has; 0 for none.</param>
/// <param name="Epoch">Number of the key that it seals to; null, or left out by devices that know of one key only, asks for no later one.</param>
/// <param name="EpochKey"><see cref="KeyFingerprint"/> of that key: after a restore another key may have its number. Null, or left out, when it is not told.</param>
public sealed record ExchangeRequest(
    long Cursor,
    Guid? Instance,
    long ContentSequence,
    IReadOnlyList<EnvelopeHeader> Envelopes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Epoch = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? EpochKey = null);

/// <summary>The readable outside of what a device sealed, bound to it as associated data (<see cref="EnvelopeHeader.AssociatedData"/>).</summary>
/// <param name="Id">UUIDv7, made on the device.</param>
/// <param name="Kind">One of <see cref="EnvelopeKinds"/>.</param>
/// <param name="Form">Of a follow-up or a withdrawal: its signal's.</param>
/// <param name="Epoch">Which reporting point key it is sealed to.</param>
/// <param name="Length">Bytes of sealed body in the frame; not part of the associated data.</param>
/// <param name="About">Id of the signal that a follow-up or a withdrawal belongs to; null for a signal, or left out by devices that know no other kind.</param>
public sealed record EnvelopeHeader(
    Guid Id,
    string Kind,
    string Municipality,
    string Form,
    int FormVersion,
    int Epoch,
    int Length,
    Guid? About = null)
{
    /// <summary>UTF-8 lines: label, id, kind, municipality, form, version, epoch, device; then the signal that it is about, if any.</summary>
    public byte[] AssociatedData(Guid device)
    {
        var about = About is { } signal ? $"{signal:D}\n" : "";
        return System.Text.Encoding.UTF8.GetBytes(string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"fieldkit-envelope-1\n{Id:D}\n{Kind}\n{Municipality}\n{Form}\n{FormVersion}\n{Epoch}\n{device:D}\n{about}"));
    }
}

/// <summary>What comes down; the sealed bytes of the messages follow in order in the frame.</summary>
/// <param name="Outcomes">One for each envelope sent, in the same order.</param>
/// <param name="Receipt">Signature over all outcomes with a sequence; null when none was received.</param>
/// <param name="Cursor">Sequence of the last message in this frame, or the request's cursor.</param>
/// <param name="More">Another exchange will bring more.</param>
/// <param name="Revocation">This device was shut out: it still delivers what is sealed, and gets nothing. Null, or left out by reporting points that know no such thing.</param>
/// <param name="NextEpochs">The keys after <see cref="ExchangeRequest.Epoch"/>, in order; null when there are none.</param>
public sealed record ExchangeResponse(
    Guid Instance,
    DateTimeOffset ServerTime,
    IReadOnlyList<EnvelopeOutcome> Outcomes,
    byte[]? Receipt,
    long Cursor,
    bool More,
    long ContentSequence,
    IReadOnlyList<MessageHeader> Messages,
    SignedRevocation? Revocation = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<NextEpoch>? NextEpochs = null);

/// <param name="Sequence">Place in the reporting point's order when received; null otherwise.</param>
/// <param name="Refusal">Null when received; otherwise a code of <see cref="Refusals"/>.</param>
public sealed record EnvelopeOutcome(Guid Id, long? Sequence, string? Refusal);

/// <summary>The outside of a sealed answer to one device.</summary>
/// <param name="About">Id of the signal that it answers.</param>
/// <param name="Epoch">Which reporting point key sent it.</param>
public sealed record MessageHeader(Guid Id, Guid About, string Municipality, int Epoch, long Sequence, int Length)
{
    /// <summary>UTF-8 lines: label, id, about, municipality, epoch, device. Sequence and length are the carrier's.</summary>
    public byte[] AssociatedData(Guid device) => AssociatedData(Id, About, Municipality, Epoch, device);

    public static byte[] AssociatedData(Guid id, Guid about, string municipality, int epoch, Guid device) =>
        System.Text.Encoding.UTF8.GetBytes(string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"fieldkit-message-1\n{id:D}\n{about:D}\n{municipality}\n{epoch}\n{device:D}\n"));
}

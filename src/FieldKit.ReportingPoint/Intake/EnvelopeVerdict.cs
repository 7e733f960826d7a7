using FieldKit.Protocol;
using FieldKit.ReportingPoint.Storage.Databases;

namespace FieldKit.ReportingPoint.Intake;

/// <summary>Judges the envelopes of one exchange, in their order, against what is stored and what came before them in it.</summary>
/// <param name="room">For what is new: the last one taken may pass it.</param>
/// <param name="last">The sequence given out last.</param>
/// <param name="known">Stored, by id.</param>
internal sealed class EnvelopeVerdict(EnteredDevice device, long room, long last, Dictionary<Guid, KnownEnvelope> known)
{
    private readonly List<NewEnvelope> fresh = [];

    /// <summary>Those to store, by sequence.</summary>
    public IReadOnlyList<NewEnvelope> New => fresh;

    /// <summary>
    /// The same envelope again is the same sequence again. The same id for anything else is a conflict, whoever
    /// has it: what is there stays, and nothing is told about it.
    /// </summary>
    public StoredEnvelope On(EnvelopeHeader envelope, byte[] sealedBytes, byte[] sha256)
    {
        if (room <= 0 && !known.ContainsKey(envelope.Id))
        {
            // Before it is asked what it is about: that may be one that just had to wait as well.
            return new(envelope.Id, null, Refusals.TooMany, sha256);
        }

        if (envelope.About is { } about && !MayBeAbout(about, envelope.Kind))
        {
            return new(envelope.Id, null, Refusals.SignalUnknown, sha256);
        }

        if (known.TryGetValue(envelope.Id, out var stored))
        {
            return stored.IsSame(envelope, device.Id, sha256)
                ? new(envelope.Id, stored.Sequence, null, sha256)
                : new(envelope.Id, null, Refusals.Conflict, sha256);
        }

        if (envelope.About is { } signal && known.TryGetValue(signal, out var whole) && whole.IsCleared)
        {
            // Only what is new: what was received before its signal went is received still. Nobody could read it any more.
            return new(envelope.Id, null, Refusals.SignalCleared, sha256);
        }

        last++;
        room -= DeviceAllowance.CostOf(sealedBytes);
        fresh.Add(new(envelope, last, sha256, sealedBytes));
        known.Add(envelope.Id, new(envelope with { Length = 0 }, last, device.Id, sha256));
        return new(envelope.Id, last, null, sha256);
    }

    /// <summary>Only of a signal of its own; the same for another's as for none.</summary>
    private bool MayBeAbout(Guid about, string kind) => known.TryGetValue(about, out var signal)
        ? signal.Device == device.Id && signal.Header.Kind == EnvelopeKinds.Signal
        // Taken out of the queue before anybody knew whether it had left: the signal may still be on its way.
        : kind == EnvelopeKinds.Withdrawal;
}

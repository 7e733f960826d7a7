using FieldKit.Protocol;

namespace FieldKit.ReportingPoint.Intake;

/// <summary>What an exchange has to know of its municipality, and what stays so until its commit.</summary>
/// <param name="Last">The sequence given out last.</param>
/// <param name="Epochs">Public keys that may be sealed to, by number.</param>
/// <param name="Known">Stored, by id: those that have the id of one of the exchange's envelopes, or are what one of them is about.</param>
internal sealed record HeldRows(long Last, IReadOnlyDictionary<int, byte[]> Epochs, Dictionary<Guid, KnownEnvelope> Known)
{
    /// <summary>
    /// The numbers that may stand on an envelope of this device. Not its own when that is another key here: a restore lost the key that it seals to,
    /// and what it seals could be read by nobody.
    /// </summary>
    public IReadOnlySet<int> EpochsOf(ExchangeRequest request) => Epochs
        .Where(epoch => epoch.Key != request.Epoch || request.EpochKey is null || request.EpochKey == KeyFingerprint.Of(epoch.Value))
        .Select(epoch => epoch.Key)
        .ToHashSet();
}

using FieldKit.Protocol;
using FieldKit.ReportingPoint.Content;

namespace FieldKit.ReportingPoint.Intake;

/// <summary>What can be judged of an envelope from its outside.</summary>
internal sealed class EnvelopeRules(PublishedContent content)
{
    /// <summary>At the least one byte lies within the seal.</summary>
    private const int SmallestSeal = Limits.SealOverheadBytes + 1;

    /// <param name="epochs">Numbers of keys that may be sealed to.</param>
    /// <returns>A code of <see cref="Refusals"/>, or null when it may be stored.</returns>
    public string? RefusalOf(EnvelopeHeader envelope, EnteredDevice device, IReadOnlySet<int> epochs)
    {
        if (envelope.Id == Guid.Empty)
        {
            return Refusals.Malformed;
        }

        if (KindRefusalOf(envelope) is { } refusal)
        {
            return refusal;
        }

        if (envelope.Municipality != device.Municipality)
        {
            return Refusals.OtherMunicipality;
        }

        if (envelope.Length is < SmallestSeal or > Limits.SealedBytes)
        {
            return envelope.Length < SmallestSeal ? Refusals.SealInvalid : Refusals.TooLarge;
        }

        if (!content.HasForm(envelope.Form, envelope.FormVersion))
        {
            return Refusals.FormUnknown;
        }

        return epochs.Contains(envelope.Epoch) ? null : Refusals.EpochUnknown;
    }

    private static string? KindRefusalOf(EnvelopeHeader envelope) => envelope.Kind switch
    {
        EnvelopeKinds.Signal => envelope.About is null ? null : Refusals.Malformed,
        EnvelopeKinds.FollowUp or EnvelopeKinds.Withdrawal =>
            envelope.About is { } about && about != Guid.Empty && about != envelope.Id ? null : Refusals.Malformed,
        _ => Refusals.KindUnknown,
    };
}

using FieldKit.Protocol;
using FieldKit.ReportingPoint.Content;

namespace FieldKit.ReportingPoint.Intake;

/// <summary>What can be judged of an envelope from its outside.</summary>
internal sealed class EnvelopeRules(PublishedContent content)
{
    private const string SignalKind = "signal";

    /// <summary>At the least one byte lies within the seal.</summary>
    private const int SmallestSeal = Limits.SealOverheadBytes + 1;

    /// <param name="epochs">Numbers of the device's municipality.</param>
    /// <returns>A code of <see cref="Refusals"/>, or null when it may be stored.</returns>
    public string? RefusalOf(EnvelopeHeader envelope, EnteredDevice device, HashSet<int> epochs)
    {
        if (envelope.Id == Guid.Empty)
        {
            return Refusals.Malformed;
        }

        if (envelope.Kind != SignalKind)
        {
            return Refusals.KindUnknown;
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
}

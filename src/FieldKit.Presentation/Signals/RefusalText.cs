using FieldKit.Device.Outbox;
using FieldKit.Protocol;

namespace FieldKit.Presentation.Signals;

/// <summary>Which words belong to the reason why a signal was not accepted: "refused.{key}.what" and "refused.{key}.do".</summary>
public static class RefusalText
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        Refusals.NotEnrolled, Refusals.DeviceRevoked, Refusals.OtherMunicipality, Refusals.FormUnknown, Refusals.EpochUnknown,
        Refusals.SealInvalid, Refusals.Conflict, Refusals.TooLarge, Refusals.Malformed, Refusals.SignalUnknown, Refusals.SignalCleared, Refusals.KindUnknown,
        OutboxRefusals.Damaged,
    };

    public static string Key(string? refusal) => refusal is not null && Known.Contains(refusal) ? refusal : "other";
}

using FieldKit.Desk.Texts;
using FieldKit.Protocol;

namespace FieldKit.Desk.Reading;

internal static class SignalLabel
{
    /// <summary>What tells one signal from another without a word of what is in it: organisation, role, and when it was received.</summary>
    public static string Of(InboxItem item, DeskTexts texts) =>
        texts.Of("related.label", item.Organisation, texts.Role(item.Role), item.ReceivedAt.ToLocalTime().ToString("g", texts.Culture));
}

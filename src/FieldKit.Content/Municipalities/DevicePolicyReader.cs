using FieldKit.Content.Reading;
using FieldKit.Domain.Municipalities;

namespace FieldKit.Content.Municipalities;

internal static class DevicePolicyReader
{
    private static readonly Dictionary<string, DeviceBelonging> Belongings = new(StringComparer.Ordinal)
    {
        ["drafts"] = DeviceBelonging.Drafts,
        ["readable"] = DeviceBelonging.Readable,
        ["own_contacts"] = DeviceBelonging.OwnContacts,
    };

    public static DevicePolicy Read(YamlMap map)
    {
        // An empty list clears nothing; without the key the default holds.
        var clears = map.Choices("revoked_clears", Belongings, DeviceBelonging.Drafts);
        return map.Done(new DevicePolicy(
            map.Number("wrong_tries") ?? DevicePolicy.Default.WrongTries,
            map.Number("readable_days") ?? DevicePolicy.Default.ReadableDays,
            map.Number("draft_days") ?? DevicePolicy.Default.DraftDays,
            map.Number("draft_warning_days") ?? DevicePolicy.Default.DraftWarningDays,
            map.Has("revoked_clears") ? clears : null,
            map.Texts("facts")));
    }
}

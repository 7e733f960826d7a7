using FieldKit.Content.Reading;
using FieldKit.Domain.Municipalities;

namespace FieldKit.Content.Municipalities;

/// <summary>Bounds, so that a slip of the pen cannot clear every phone of a municipality, or keep what should go (facts.md E3.2).</summary>
internal sealed class DevicePolicyRules(DevicePolicy policy, Findings findings)
{
    private const int WarnedDays = 3;

    public void Check()
    {
        Within("wrong_tries", policy.WrongTries, 5, 20);
        Within("readable_days", policy.ReadableDays, 1, 30);
        Within("draft_days", policy.DraftDays, 8, 30);
        Within("draft_warning_days", policy.DraftWarningDays, 1, policy.DraftDays - WarnedDays);
    }

    private void Within(string key, int value, int lowest, int highest)
    {
        if (value < lowest || value > highest)
        {
            findings.Add(policy, "device-policy", $"'{key}' is {value}. Use {lowest} to {highest}.");
        }
    }
}

using FieldKit.Device.Content;

namespace FieldKit.Presentation.Signals;

/// <summary>
/// So long the writer can read a signal back on this device once it is delivered (facts.md G1, s8_wissen). Steers the device alone:
/// it is no part of what is sealed. Never longer than the municipality allows.
/// </summary>
public sealed class ReadingBack(PolicyInForce policy)
{
    /// <summary>Zero: it goes as soon as it is delivered.</summary>
    private static readonly int[] Offered = [0, 7, 14];

    /// <summary>In days; the last is what the municipality allows.</summary>
    public IReadOnlyList<int> Choices { get; private set; } = [];

    /// <summary>In days; null: as long as the municipality allows, also when it changes that.</summary>
    public int? Days { get; private set; }

    public int Chosen => Days ?? Choices[^1];

    public async Task PrepareAsync()
    {
        var longest = (await policy.CurrentAsync()).ReadableDays;
        Choices = [.. Offered.Where(days => days < longest), longest];
        Choose(Chosen);
    }

    public void Choose(int days) => Days = Choices.Contains(days) && days != Choices[^1] ? days : null;
}

using System.Text;

namespace FieldKit.Protocol.Tests;

/// <summary>Frozen: another byte here, and devices and desks of different age no longer open each other's seals.</summary>
public sealed class EnvelopeHeaderTests
{
    private static readonly Guid Id = Guid.Parse("019aa5b2-0000-7000-8000-000000000001");
    private static readonly Guid Signal = Guid.Parse("019aa5b2-0000-7000-8000-000000000002");
    private static readonly Guid Device = Guid.Parse("019aa5b2-0000-7000-8000-00000000000a");

    [Fact]
    public void Seal_of_a_signal_is_bound_to_eight_lines() => Assert.Equal(
        "fieldkit-envelope-1\n019aa5b2-0000-7000-8000-000000000001\nsignal\nutrecht\nsignaal\n2\n7\n019aa5b2-0000-7000-8000-00000000000a\n",
        Encoding.UTF8.GetString(new EnvelopeHeader(Id, EnvelopeKinds.Signal, "utrecht", "signaal", 2, 7, 100).AssociatedData(Device)));

    [Theory]
    [InlineData(EnvelopeKinds.FollowUp, "follow-up")]
    [InlineData(EnvelopeKinds.Withdrawal, "withdrawal")]
    public void Seal_of_what_is_about_a_signal_is_bound_to_that_signal_too(string kind, string written) => Assert.Equal(
        $"fieldkit-envelope-1\n019aa5b2-0000-7000-8000-000000000001\n{written}\nutrecht\nsignaal\n2\n7\n019aa5b2-0000-7000-8000-00000000000a\n019aa5b2-0000-7000-8000-000000000002\n",
        Encoding.UTF8.GetString(new EnvelopeHeader(Id, kind, "utrecht", "signaal", 2, 7, 100, Signal).AssociatedData(Device)));
}

using FieldKit.Crypto;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Identity;

public sealed class SetupImportTests : IDisposable
{
    private readonly RunningPoint point = new();

    [Fact]
    public async Task Same_file_at_every_start_changes_nothing()
    {
        var before = await KnownOfItAsync();
        point.Restart();
        point.Restart();

        Assert.Equivalent(before, await KnownOfItAsync());
    }

    [Fact]
    public void Another_key_for_a_known_epoch_stops_the_start()
    {
        using var other = KeyPair.Generate();
        point.WriteSetup("utrecht.json", Setups.Utrecht with { EpochPublicKey = other.PublicKey });

        Assert.Contains("another key for epoch 1", Assert.ThrowsAny<Exception>(point.Restart).ToString());
    }

    [Fact]
    public void Municipality_without_content_stops_the_start()
    {
        point.WriteSetup("utrecht.json", Setups.Utrecht with { Municipality = "nijmegen" });

        Assert.Contains("nijmegen", Assert.ThrowsAny<Exception>(point.Restart).ToString());
    }

    public void Dispose() => point.Dispose();

    /// <summary>All that a device learns of it; an admission is each device's own.</summary>
    private async Task<EnrolmentResponse> KnownOfItAsync() => (await point.EnrolledAsync()).Enrolled with { Admission = null };
}

using System.Text.Json;
using FieldKit.Device.Contacts;
using FieldKit.Device.Outbox;
using FieldKit.Device.Sync;
using FieldKit.TestKit;

namespace FieldKit.Device.Tests.Vault;

/// <summary>A vault that any earlier version wrote opens in this one, with everything in it.</summary>
public sealed class SampleVaultTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ManualTimeProvider time = new();
    private ScriptedReportingPoint? point;
    private NativeDevice? device;

    public static TheoryData<string> Versions => SampleVault.Versions;

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Everything_in_it_is_read(string version)
    {
        Open(version);
        Assert.False(await device!.Keys.UnlockAsync("000000"));
        Assert.True(await device.Keys.UnlockAsync(NativeDevice.Pin));

        Assert.Equal(SampleVault.Draft, (await device.Drafts.ListAsync()).Single().Answers["s2_wat"].Text);
        Assert.Equal(SampleVault.Phone, (await new OwnContacts(device.Store, time).ListAsync()).Single().Phone);
        var signals = await device.Signals.ListAsync();
        var delivered = signals.Single(signal => signal.State == SignalState.Received);
        Assert.Equal([SampleVault.Advice, SampleVault.UnreadAdvice], delivered.Answers.Select(answer => answer.Text));
        Assert.Equal(SampleVault.FollowUp, delivered.FollowUps.Single().Document.Text);
        Assert.Equal(SampleVault.Queued, signals.Single(signal => signal.State == SignalState.Sealed).Document.Answers["s2_wat"].Text);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task What_waits_in_it_is_delivered_and_opens_there(string version)
    {
        Open(version);
        Assert.Equal(2, await device!.Outbox.WaitingCountAsync());
        point!.Script((self, exchange) => self.Answer(exchange, header => header.About is null ? null : "signal-unknown").ToFrame());

        var outcome = await device.Sync.RunOnceAsync();

        Assert.Equal(1, outcome.Received);
        Assert.Equal(SampleVault.Queued, point.Open(point.Stored.Single().Header.Id).Answers["s2_wat"].Text);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Writing_in_it_goes_on(string version)
    {
        Open(version);
        await device!.Keys.UnlockAsync(NativeDevice.Pin);
        var draft = (await device.Drafts.ListAsync()).Single();
        draft.Answers["s2_wat"] = new([], "Verder geschreven.");
        await device.Drafts.SaveAsync(draft);
        await device.Outbox.SealAsync(draft, SmallForm.Definition, SmallForm.Document(draft));

        Assert.Empty(await device.Drafts.ListAsync());
        Assert.Equal(3, await device.Outbox.WaitingCountAsync());
    }

    public void Dispose()
    {
        device?.Dispose();
        point?.Dispose();
        folder.Dispose();
    }

    private void Open(string version)
    {
        SampleVault.Unpack(version, SampleVault.Native, folder.FullName);
        point = new(time, JsonSerializer.Deserialize<RememberedPoint>(File.ReadAllBytes(folder.File("point.json"))));
        device = new(folder.File("device.db"), point, time);
    }
}

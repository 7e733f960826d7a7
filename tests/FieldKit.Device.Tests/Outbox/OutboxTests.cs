using FieldKit.Device.Outbox;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;
using FieldKit.Domain.Forms;
using FieldKit.TestKit;

namespace FieldKit.Device.Tests.Outbox;

public sealed class OutboxTests : DeviceTest
{
    [Fact]
    public async Task Sealing_takes_the_draft_away_and_queues_the_signal()
    {
        await Device.EnrolAsync(Point);
        var id = await Device.WriteAndSealAsync("Ik zag iets.");
        Assert.Empty(await Device.Drafts.ListAsync());
        Assert.Equal(1, await Device.Outbox.WaitingCountAsync());
        var signal = await Device.Signals.ReadAsync(id);
        Assert.Equal(SignalState.Sealed, signal!.State);
        Assert.Equal("Ik zag iets.", signal.Document.Answers["s2_wat"].Text);
        Assert.Equal(SmallForm.Definition.Id, (await Device.Signals.FormAsync(signal))!.Id);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_fault_while_sealing_leaves_the_draft_or_the_signal_never_both_or_none(bool afterWriting)
    {
        FaultyRecordStore? faulty = null;
        using var folder = new TemporaryFolder();
        using (var device = new NativeDevice(folder.File("device.db"), Point, Time, store => faulty = new(store)))
        {
            await device.EnrolAsync(Point);
            var draft = await device.Drafts.NewAsync(SmallForm.Definition, "utrecht", "nl", []);
            (faulty!.FailBeforeNextCommit, faulty.FailAfterNextCommit) = (!afterWriting, afterWriting);
            await Assert.ThrowsAnyAsync<Exception>(
                () => device.Outbox.SealAsync(draft, SmallForm.Definition, SmallForm.Document(draft)).AsTask());
        }

        using var restarted = new NativeDevice(folder.File("device.db"), Point, Time);
        await restarted.Keys.UnlockAsync(NativeDevice.Pin);
        (int Drafts, int Waiting, int Copies) expected = afterWriting ? (0, 1, 1) : (1, 0, 0);
        Assert.Equal(expected.Drafts, (await restarted.Drafts.ListAsync()).Count);
        Assert.Equal(expected.Waiting, await restarted.Outbox.WaitingCountAsync());
        Assert.Equal(expected.Copies, (await restarted.Signals.ListAsync()).Count);
    }

    [Fact]
    public async Task A_draft_is_sealed_once_however_often_it_is_tapped()
    {
        await Device.EnrolAsync(Point);
        var draft = await Device.Drafts.NewAsync(SmallForm.Definition, "utrecht", "nl", []);
        var taps = Enumerable.Range(0, 3).Select(_ => Record.ExceptionAsync(
            () => Device.Outbox.SealAsync(draft, SmallForm.Definition, SmallForm.Document(draft)).AsTask())).ToList();
        var failures = await Task.WhenAll(taps);
        Assert.Equal(2, failures.Count(failure => failure is StaleRecordException));
        Assert.Equal(1, await Device.Outbox.WaitingCountAsync());
    }

    [Fact]
    public async Task An_older_copy_of_the_draft_cannot_be_sealed()
    {
        await Device.EnrolAsync(Point);
        var draft = await Device.Drafts.NewAsync(SmallForm.Definition, "utrecht", "nl", []);
        var other = (await Device.Drafts.ReadAsync(draft.Id))!;
        await Device.Drafts.SaveAsync(other);
        await Assert.ThrowsAsync<StaleRecordException>(
            () => Device.Outbox.SealAsync(draft, SmallForm.Definition, SmallForm.Document(draft)).AsTask());
        Assert.NotNull(await Device.Drafts.ReadAsync(draft.Id));
        Assert.Equal(0, await Device.Outbox.WaitingCountAsync());
    }

    [Fact]
    public async Task Too_long_a_signal_is_refused_and_stays_a_draft()
    {
        await Device.EnrolAsync(Point);
        var draft = await Device.Drafts.NewAsync(SmallForm.Definition, "utrecht", "nl", []);
        draft.Answers["s2_wat"] = new FormAnswer([], Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(400_000)));
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Device.Outbox.SealAsync(draft, SmallForm.Definition, SmallForm.Document(draft)).AsTask());
        Assert.NotNull(await Device.Drafts.ReadAsync(draft.Id));
    }

    [Fact]
    public async Task Locked_the_number_waiting_is_known_and_the_signals_are_not_readable()
    {
        await Device.EnrolAsync(Point);
        await Device.WriteAndSealAsync();
        Restart();
        Assert.Equal(1, await Device.Outbox.WaitingCountAsync());
        await Assert.ThrowsAsync<VaultLockedException>(() => Device.Signals.ListAsync().AsTask());
    }

    [Fact]
    public async Task After_a_wipe_nothing_is_readable_and_what_waits_is_still_delivered()
    {
        await Device.EnrolAsync(Point);
        var id = await Device.WriteAndSealAsync("Ik zag iets.");
        await Device.Drafts.NewAsync(SmallForm.Definition, "utrecht", "nl", []);
        await new Wipe(Device.Records, Device.Keys).RunAsync();
        Assert.Empty(await Device.Records.ListAsync("drafts"));
        Assert.Empty(await Device.Records.ListAsync("signals"));
        Assert.Equal(1, await Device.Outbox.WaitingCountAsync());
        await Restart().Sync.RunOnceAsync();
        Assert.Equal("Ik zag iets.", Point.Open(id).Answers["s2_wat"].Text);
    }
}

using FieldKit.Crypto;
using FieldKit.Device.Outbox;
using FieldKit.Device.Sync;
using FieldKit.Device.Vault;
using FieldKit.Protocol;
using FieldKit.TestKit;

namespace FieldKit.Device.Tests.Outbox;

public sealed class FollowUpTests : DeviceTest
{
    [Fact]
    public async Task Follow_up_waits_then_is_received_on_a_verified_receipt_and_opens_at_the_desk()
    {
        var id = await SentAsync();
        await Device.FollowUpAsync(id, "Het was op dinsdag.");
        Assert.Equal(SignalState.Sealed, (await FollowUpsAsync(id)).Single().State);
        Assert.Equal(1, await Device.Outbox.WaitingCountAsync());

        await Device.Sync.RunOnceAsync();

        var followUp = (await FollowUpsAsync(id)).Single();
        Assert.Equal((SignalState.Received, Time.GetUtcNow()), (followUp.State, followUp.ReceivedAt));
        Assert.Equal("Het was op dinsdag.", Point.OpenFollowUps(id).Single().Text);
        Assert.Equal(0, await Device.Outbox.WaitingCountAsync());
    }

    [Fact]
    public async Task Forged_receipt_shows_nothing_as_received()
    {
        var id = await SentAsync();
        await Device.FollowUpAsync(id, "Het was op dinsdag.");
        Point.Script(Misbehaviours.ForgedReceipt);

        await Device.Sync.RunOnceAsync();

        Assert.Equal(SignalState.Sealed, (await FollowUpsAsync(id)).Single().State);
    }

    [Fact]
    public async Task Lost_answer_and_restart_do_not_double_it()
    {
        var id = await SentAsync();
        await Device.FollowUpAsync(id, "Het was op dinsdag.");
        Point.Script((point, exchange) =>
        {
            point.Answer(exchange);
            throw new ReportingPointUnreachableException();
        });
        await Device.Sync.RunOnceAsync();
        Restart();
        await Device.Keys.UnlockAsync(NativeDevice.Pin);

        await Device.Sync.RunOnceAsync();

        Assert.Equal(SignalState.Received, (await FollowUpsAsync(id)).Single().State);
        Assert.Single(Point.OpenFollowUps(id));
    }

    [Fact]
    public async Task Refused_follow_up_says_why_and_the_signal_stays_received()
    {
        var id = await SentAsync();
        await Device.FollowUpAsync(id, "Het was op dinsdag.");
        Point.Script((point, exchange) => point.Answer(exchange, _ => Refusals.SignalUnknown).ToFrame());

        await Device.Sync.RunOnceAsync();

        var signal = (await Device.Signals.ReadAsync(id))!;
        Assert.Equal(SignalState.Received, signal.State);
        Assert.Equal((SignalState.Quarantined, Refusals.SignalUnknown), (signal.FollowUps[0].State, signal.FollowUps[0].Refusal));
    }

    [Fact]
    public async Task What_is_being_written_survives_a_restart_and_goes_when_it_is_sent()
    {
        var id = await SentAsync();
        var draft = await Device.FollowUps.DraftAsync(id, withdraws: false);
        draft.Text = "Half geschre";
        await Device.FollowUps.SaveAsync(draft);
        Restart();
        await Device.Keys.UnlockAsync(NativeDevice.Pin);

        Assert.Equal("Half geschre", (await Device.FollowUps.DraftAsync(id, withdraws: false)).Text);
        Assert.Equal("", (await Device.FollowUps.DraftAsync(id, withdraws: true)).Text);

        await Device.FollowUpAsync(id, "Half geschreven.");
        Assert.Equal("", (await Device.FollowUps.DraftAsync(id, withdraws: false)).Text);
    }

    [Fact]
    public async Task Nothing_of_it_lies_readable_on_the_disk()
    {
        var id = await SentAsync();
        var draft = await Device.FollowUps.DraftAsync(id, withdraws: false);
        draft.Text = "kanarie-in-een-aanvulling";
        await Device.FollowUps.SaveAsync(draft);
        await Device.FollowUpAsync(id, "kanarie-in-een-aanvulling");

        Assert.Equal(-1, BytesOnDisk().AsSpan().IndexOf("kanarie-in-een-aanvulling"u8));
    }

    [Fact]
    public async Task Order_holds_when_the_clock_was_set_back()
    {
        var id = await SentAsync();
        Time.SetClock(Time.GetUtcNow().AddYears(-10));
        await Device.FollowUpAsync(id, "een");
        await Device.FollowUpAsync(id, "twee");
        Point.RestoreEmpty();

        await Device.Sync.RunOnceAsync();

        Assert.Equal(id, Point.Stored[0].Header.Id);
        Assert.Equal(["een", "twee"], Point.OpenFollowUps(id).Select(document => document.Text));
    }

    [Fact]
    public async Task Place_in_the_conversation_is_by_answers_seen_and_not_by_clocks()
    {
        var id = await SentAsync();
        await Device.FollowUpAsync(id, "eerst");
        Point.SendAnswer(id, "eerste-blik", "Wanneer was het?");
        await Device.Sync.RunOnceAsync();
        await Device.FollowUpAsync(id, "Dinsdag.");

        Assert.Equal([0, 1], (await FollowUpsAsync(id)).Select(followUp => followUp.AnswersBefore));
    }

    [Fact]
    public async Task Withdrawal_of_a_sent_signal_is_a_sealed_message_with_its_reason()
    {
        var id = await SentAsync();
        await Device.FollowUpAsync(id, "Het was een misverstand.", withdraws: true);
        Assert.Equal(SignalState.Sealed, (await Device.Signals.ReadAsync(id))!.Withdrawal!.State);

        await Device.Sync.RunOnceAsync();

        Assert.Equal(SignalState.Received, (await Device.Signals.ReadAsync(id))!.Withdrawal!.State);
        Assert.Equal(EnvelopeKinds.Withdrawal, Point.Stored[^1].Header.Kind);
        Assert.Equal("Het was een misverstand.", Point.OpenFollowUps(id).Single().Text);
    }

    [Fact]
    public async Task Kind_and_signal_are_part_of_the_seal()
    {
        var id = await SentAsync();
        await Device.FollowUpAsync(id, "Het was op dinsdag.");
        await Device.Sync.RunOnceAsync();
        var (from, header, body) = Point.Stored[^1];

        Point.Stored[^1] = (from, header with { Kind = EnvelopeKinds.Withdrawal }, body);
        Assert.Throws<SealBrokenException>(() => Point.OpenFollowUps(id));
        Point.Stored[^1] = (from, header with { About = header.Id }, body);
        Assert.Throws<SealBrokenException>(() => Point.OpenFollowUps(header.Id));
    }

    [Fact]
    public async Task Locked_vault_gives_nothing()
    {
        var id = await SentAsync();
        Device.Keys.Lock();

        await Assert.ThrowsAsync<VaultLockedException>(async () => await Device.FollowUps.DraftAsync(id, withdraws: false));
    }

    private async Task<Guid> SentAsync()
    {
        await Device.EnrolAsync(Point);
        var id = await Device.WriteAndSealAsync();
        await Device.Sync.RunOnceAsync();
        return id;
    }

    private async Task<IReadOnlyList<SentFollowUp>> FollowUpsAsync(Guid id) => (await Device.Signals.ReadAsync(id))!.FollowUps;
}

using FieldKit.Device.Outbox;
using FieldKit.Device.Sync;
using FieldKit.Protocol;
using FieldKit.TestKit;

namespace FieldKit.Device.Tests.Sync;

public sealed class SyncRunTests : DeviceTest
{
    public static TheoryData<string> UntrueAnswers =>
        [.. Untrue.Keys];

    private static Dictionary<string, Misbehaviour> Untrue => new()
    {
        ["forged receipt"] = Misbehaviours.ForgedReceipt,
        ["missing receipt"] = Misbehaviours.MissingReceipt,
        ["another key"] = Misbehaviours.ReceiptByAnotherKey,
        ["another instance"] = Misbehaviours.ReceiptOfAnotherInstance,
        ["another sequence"] = Misbehaviours.ReceiptOfAnotherSequence,
        ["another order"] = Misbehaviours.OutcomesInAnotherOrder,
        ["an outcome missing"] = Misbehaviours.OutcomeMissing,
    };

    [Fact]
    public async Task Before_enrolment_nothing_is_sent()
    {
        Assert.Equal(SyncResult.NotEnrolled, (await Device.Sync.RunOnceAsync()).Result);
        Assert.Empty(Point.Exchanges);
    }

    [Fact]
    public async Task With_nothing_to_do_it_is_one_small_exchange()
    {
        await Device.EnrolAsync(Point);
        Assert.Equal(new(SyncResult.Done), await Device.Sync.RunOnceAsync());
        Assert.Single(Point.Exchanges);
    }

    [Fact]
    public async Task A_signal_arrives_readable_for_the_desk_and_is_shown_received()
    {
        await Device.EnrolAsync(Point);
        var id = await Device.WriteAndSealAsync("Ik zag iets.");
        Assert.Equal(new(SyncResult.Done, Received: 1), await Device.Sync.RunOnceAsync());
        Assert.Equal("Ik zag iets.", Point.Open(id).Answers["s2_wat"].Text);
        Assert.Equal(0, await Device.Outbox.WaitingCountAsync());
        var signal = await Device.Signals.ReadAsync(id);
        Assert.Equal((SignalState.Received, 1L, Time.GetUtcNow()), (signal!.State, signal.Sequence, signal.ReceivedAt));
    }

    [Theory]
    [MemberData(nameof(UntrueAnswers))]
    public async Task An_answer_that_is_not_true_marks_nothing_and_loses_nothing(string name)
    {
        await Device.EnrolAsync(Point);
        Guid[] ids = [await Device.WriteAndSealAsync("een"), await Device.WriteAndSealAsync("twee")];
        Point.Script(Untrue[name]);
        Assert.Equal(SyncResult.ReceiptInvalid, (await Device.Sync.RunOnceAsync()).Result);
        Assert.Equal(SyncState.WaitingUntil, Device.Sync.Status.State);
        Assert.Equal(2, await Device.Outbox.WaitingCountAsync());
        Assert.All(await Device.Signals.ListAsync(), signal => Assert.Equal(SignalState.Sealed, signal.State));

        Assert.Equal(new(SyncResult.Done, Received: 2), await Device.Sync.RunOnceAsync());
        Assert.Equal(ids.Order(), Point.Stored.Select(stored => stored.Header.Id).Order());
    }

    [Fact]
    public async Task A_lost_request_is_sent_again()
    {
        await Device.EnrolAsync(Point);
        await Device.WriteAndSealAsync();
        Point.Script(Misbehaviours.LoseRequest);
        Assert.Equal(SyncResult.Offline, (await Device.Sync.RunOnceAsync()).Result);
        Assert.Equal(SyncState.Offline, Device.Sync.Status.State);
        Assert.Equal(1, (await Device.Sync.RunOnceAsync()).Received);
    }

    [Fact]
    public async Task A_lost_answer_means_sending_the_same_bytes_again_and_storing_once()
    {
        await Device.EnrolAsync(Point);
        await Device.WriteAndSealAsync();
        Point.Script(Misbehaviours.LoseAnswer);
        Assert.Equal(SyncResult.Offline, (await Device.Sync.RunOnceAsync()).Result);
        Assert.Equal(1, await Device.Outbox.WaitingCountAsync());
        Assert.Equal(1, (await Restart().Sync.RunOnceAsync()).Received);
        Assert.Equal(Point.Exchanges[0].Bodies.Single(), Point.Exchanges[1].Bodies.Single());
        Assert.Single(Point.Stored);
    }

    [Fact]
    public async Task The_page_of_a_captive_portal_is_as_good_as_no_connection()
    {
        await Device.EnrolAsync(Point);
        await Device.WriteAndSealAsync();
        Point.Script(Misbehaviours.CaptivePortal, Misbehaviours.CutOff);
        Assert.Equal(SyncResult.Offline, (await Device.Sync.RunOnceAsync()).Result);
        Assert.Equal(SyncResult.Offline, (await Device.Sync.RunOnceAsync()).Result);
        Assert.Equal(1, await Device.Outbox.WaitingCountAsync());
        Assert.Equal(1, (await Device.Sync.RunOnceAsync()).Received);
    }

    [Fact]
    public async Task A_refused_item_is_quarantined_with_its_reason_and_the_rest_goes_on()
    {
        await Device.EnrolAsync(Point);
        Guid[] ids = [await Device.WriteAndSealAsync("a"), await Device.WriteAndSealAsync("b"), await Device.WriteAndSealAsync("c")];
        Point.Script(Misbehaviours.RefuseItem(ids[1], Refusals.FormUnknown));
        Assert.Equal(new(SyncResult.Done, Received: 2, Quarantined: 1), await Device.Sync.RunOnceAsync());
        var refused = await Device.Signals.ReadAsync(ids[1]);
        Assert.Equal((SignalState.Quarantined, Refusals.FormUnknown), (refused!.State, refused.Refusal));
        Assert.Equal("b", refused.Document.Answers["s2_wat"].Text);
        Assert.Equal(0, await Device.Outbox.WaitingCountAsync());
        Assert.Equal(SignalState.Received, (await Device.Signals.ReadAsync(ids[2]))!.State);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_damaged_or_vanished_item_is_set_aside_readable_and_the_rest_goes_on(bool vanished)
    {
        await Device.EnrolAsync(Point);
        Guid[] ids = [await Device.WriteAndSealAsync("een"), await Device.WriteAndSealAsync("twee"), await Device.WriteAndSealAsync("drie")];
        var middle = (await Device.Records.ReadAsync(new("envelopes", ids[1].ToString("D"))))!;
        middle.Bytes[^1] ^= 1;
        await Device.Records.CommitAsync([new(middle.Key, middle.Version, vanished ? null : middle.Bytes)]);

        var outcome = await Device.Sync.RunOnceAsync();

        Assert.Equal((2, 1), (outcome.Received, outcome.Quarantined));
        Assert.Equal(0, await Device.Outbox.WaitingCountAsync());
        var signal = (await Device.Signals.ReadAsync(ids[1]))!;
        Assert.Equal((SignalState.Quarantined, OutboxRefusals.Damaged), (signal.State, signal.Refusal));
        Assert.Equal(ids.Length - 1, Point.Stored.Count);
    }

    [Fact]
    public async Task An_item_put_off_stays_queued()
    {
        await Device.EnrolAsync(Point);
        Guid[] ids = [await Device.WriteAndSealAsync("a"), await Device.WriteAndSealAsync("b")];
        Point.Script(Misbehaviours.RefuseItem(ids[0], Refusals.TooMany));
        Assert.Equal(new(SyncResult.Done, Received: 1), await Device.Sync.RunOnceAsync());
        Assert.Equal(1, await Device.Outbox.WaitingCountAsync());
        Assert.Equal(new(SyncResult.Done, Received: 1), await Device.Sync.RunOnceAsync());
    }

    [Fact]
    public async Task What_is_about_an_item_put_off_is_put_off_with_it()
    {
        await Device.EnrolAsync(Point);
        var signal = await Device.WriteAndSealAsync("a");
        await Device.FollowUpAsync(signal, "Nog iets.");
        Point.Script(Misbehaviours.RefuseItem(signal, Refusals.TooMany));
        Assert.Equal(new(SyncResult.Done), await Device.Sync.RunOnceAsync());
        Assert.Equal(2, await Device.Outbox.WaitingCountAsync());
        Assert.Equal(new(SyncResult.Done, Received: 2), await Device.Sync.RunOnceAsync());
    }

    [Theory]
    [InlineData(Refusals.NotEnrolled)]
    [InlineData(Refusals.DeviceRevoked)]
    public async Task A_device_that_is_not_known_any_more_keeps_everything_queued(string code)
    {
        await Device.EnrolAsync(Point);
        await Device.WriteAndSealAsync();
        // Its later token is tried too.
        Point.Script([.. Enumerable.Repeat(Misbehaviours.Refuse(code), code == Refusals.NotEnrolled ? 2 : 1)]);
        var outcome = await Device.Sync.RunOnceAsync();
        Assert.Equal((SyncResult.Refused, code), (outcome.Result, outcome.Refusal));
        Assert.Equal(1, await Device.Outbox.WaitingCountAsync());
        Assert.Equal(1, (await Device.Sync.RunOnceAsync()).Received);
    }

    [Fact]
    public async Task More_than_a_hundred_go_in_batches_in_order()
    {
        await Device.EnrolAsync(Point);
        for (var number = 0; number < 120; number++)
        {
            await Device.WriteAndSealAsync($"{number}");
        }

        Assert.Equal(120, (await Device.Sync.RunOnceAsync()).Received);
        Assert.Equal([100, 20], Point.Exchanges.Select(exchange => exchange.Bodies.Count));
        var sent = Point.Exchanges.SelectMany(exchange => exchange.Request.Envelopes).Select(header => header.Id.ToString()).ToList();
        Assert.Equal(sent.Order(StringComparer.Ordinal), sent);
    }

    [Fact]
    public async Task Large_signals_go_in_frames_of_at_most_a_mebibyte()
    {
        await Device.EnrolAsync(Point);
        for (var number = 0; number < 9; number++)
        {
            await Device.WriteAndSealAsync(Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(200_000)));
        }

        Assert.Equal(9, (await Device.Sync.RunOnceAsync()).Received);
        Assert.True(Point.Exchanges.Count > 1);
        Assert.All(Point.Exchanges, exchange => Assert.True(ExchangeFrame.Write(exchange.Request, exchange.Bodies).Length <= Limits.FrameBytes));
    }

    [Fact]
    public async Task A_batch_too_large_for_a_proxy_is_halved_until_it_passes()
    {
        await Device.EnrolAsync(Point);
        for (var number = 0; number < 8; number++)
        {
            await Device.WriteAndSealAsync($"{number}");
        }

        Point.Script(Misbehaviours.Refuse(Refusals.TooLarge), Misbehaviours.Refuse(Refusals.TooLarge));
        Assert.Equal(new(SyncResult.Done, Received: 8), await Device.Sync.RunOnceAsync());
        Assert.Equal([8, 4, 2, 2, 2, 2], Point.Exchanges.Select(exchange => exchange.Bodies.Count));
    }

    [Fact]
    public async Task Another_tab_at_it_means_leaving_it_alone()
    {
        await Device.EnrolAsync(Point);
        Task<SyncOutcome>? second = null;
        Point.Script((point, exchange) =>
        {
            second = Device.Sync.RunOnceAsync().AsTask();
            return point.Answer(exchange).ToFrame();
        });
        await Device.Sync.RunOnceAsync();
        Assert.Equal(SyncResult.Elsewhere, (await second!).Result);
        Assert.Single(Point.Exchanges);
    }
}

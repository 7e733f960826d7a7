using FieldKit.Crypto;
using FieldKit.Device.Outbox;
using FieldKit.Device.Sync;
using FieldKit.TestKit;

namespace FieldKit.Device.Tests.Sync;

public sealed class AnswerTests : DeviceTest
{
    [Fact]
    public async Task Everything_but_reading_works_while_locked()
    {
        await Device.EnrolAsync(Point);
        var id = await Device.WriteAndSealAsync();
        Restart();
        Assert.Equal(1, await Device.Outbox.WaitingCountAsync());
        Assert.Equal(1, (await Device.Sync.RunOnceAsync()).Received);
        Point.SendAnswer(id, "eerste-blik", "Bel ons gerust.");
        Assert.Equal(1, (await Device.Sync.RunOnceAsync()).Messages);

        await Restart().Keys.UnlockAsync(NativeDevice.Pin);
        var signal = await Device.Signals.ReadAsync(id);
        Assert.Equal(SignalState.Received, signal!.State);
        Assert.Equal("Bel ons gerust.", signal.Answers.Single().Text);
    }

    [Fact]
    public async Task Answers_come_in_the_reporting_points_order_page_by_page()
    {
        await Device.EnrolAsync(Point);
        var id = await Device.WriteAndSealAsync();
        await Device.Sync.RunOnceAsync();
        Point.PageSize = 2;
        for (var number = 1; number <= 5; number++)
        {
            Point.SendAnswer(id, "eerste-blik", $"{number}");
        }

        Assert.Equal(5, (await Device.Sync.RunOnceAsync()).Messages);
        Assert.Equal(["1", "2", "3", "4", "5"], (await Device.Signals.ReadAsync(id))!.Answers.Select(answer => answer.Text));
        Assert.Equal(0, (await Device.Sync.RunOnceAsync()).Messages);
        Assert.Equal(5, Point.Exchanges[^1].Request.Cursor);
    }

    [Fact]
    public async Task An_answer_by_a_stranger_is_nobodys_and_does_not_let_go_of_the_sealed_copy()
    {
        await Device.EnrolAsync(Point);
        var id = await Device.WriteAndSealAsync();
        await Device.Sync.RunOnceAsync();
        using var stranger = KeyPair.Generate();
        Point.SendAnswer(id, "afgerond", "Niets aan de hand.", stranger);
        await Device.Sync.RunOnceAsync();
        Assert.Empty((await Device.Signals.ReadAsync(id))!.Answers);
        Point.RestoreEmpty();
        Assert.Equal(1, (await Device.Sync.RunOnceAsync()).Received);
    }

    [Fact]
    public async Task A_restored_reporting_point_is_offered_again_what_it_lost()
    {
        await Device.EnrolAsync(Point);
        var id = await Device.WriteAndSealAsync("Ik zag iets.");
        await Device.Sync.RunOnceAsync();
        var first = Point.Stored.Single().Sealed;
        Point.RestoreEmpty();
        Assert.Equal(new(SyncResult.Done, Received: 1), await Restart().Sync.RunOnceAsync());
        Assert.Equal(first, Point.Stored.Single().Sealed);
        await Device.Keys.UnlockAsync(NativeDevice.Pin);
        Assert.Equal(SignalState.Received, (await Device.Signals.ReadAsync(id))!.State);
    }

    [Fact]
    public async Task A_restore_noticed_while_sending_settles_what_was_sent_and_offers_the_rest()
    {
        await Device.EnrolAsync(Point);
        await Device.WriteAndSealAsync("oud");
        await Device.Sync.RunOnceAsync();
        Point.RestoreEmpty();
        await Device.WriteAndSealAsync("nieuw");
        Assert.Equal(new(SyncResult.Done, Received: 2), await Device.Sync.RunOnceAsync());
        Assert.Equal(2, Point.Stored.Count);
        Assert.Equal(0, await Device.Outbox.WaitingCountAsync());
    }

    [Fact]
    public async Task After_a_restore_answers_are_read_from_the_beginning_and_not_doubled()
    {
        await Device.EnrolAsync(Point);
        var id = await Device.WriteAndSealAsync();
        var other = await Device.WriteAndSealAsync();
        await Device.Sync.RunOnceAsync();
        Point.SendAnswer(id, "eerste-blik", "een");
        await Device.Sync.RunOnceAsync();
        Assert.Single((await Device.Signals.ReadAsync(id))!.Answers);
        Point.RestoreEmpty();
        await Device.Sync.RunOnceAsync();
        // The one that was answered too: the answer went with the backup, and whatever is about it would find no signal.
        Assert.Equal(new[] { id, other }.Order(), Point.Stored.Select(stored => stored.Header.Id).Order());
        Point.SendAnswer(other, "eerste-blik", "twee");
        await Device.Sync.RunOnceAsync();
        Assert.Equal("een", (await Device.Signals.ReadAsync(id))!.Answers.Single().Text);
        Assert.Equal("twee", (await Device.Signals.ReadAsync(other))!.Answers.Single().Text);
    }

    [Fact]
    public async Task A_reporting_point_that_changes_its_instance_all_the_time_does_not_keep_the_device_busy()
    {
        await Device.EnrolAsync(Point);
        await Device.WriteAndSealAsync();
        await Device.Sync.RunOnceAsync();
        Misbehaviour restore = (point, exchange) =>
        {
            point.RestoreEmpty();
            return point.Answer(exchange).ToFrame();
        };
        Point.Script(restore, restore, restore, restore);
        Assert.Equal(SyncResult.ReceiptInvalid, (await Device.Sync.RunOnceAsync()).Result);
        Assert.Equal(3, Point.Exchanges.Count);
    }
}

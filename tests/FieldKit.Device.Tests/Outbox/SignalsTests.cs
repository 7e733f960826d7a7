using FieldKit.Device.Store;
using FieldKit.TestKit;

namespace FieldKit.Device.Tests.Outbox;

public sealed class SignalsTests : DeviceTest
{
    [Theory]
    [InlineData("signals")]
    [InlineData("answers")]
    [InlineData("followups")]
    public async Task Damaged_record_does_not_take_the_others_along(string store)
    {
        await Device.EnrolAsync(Point);
        var (first, second) = (await Device.WriteAndSealAsync("een"), await Device.WriteAndSealAsync("twee"));
        await Device.Sync.RunOnceAsync();
        Point.SendAnswer(first, "eerste-blik", "Dank.");
        await Device.Sync.RunOnceAsync();
        await Device.FollowUpAsync(second, "Dinsdag.");
        await DamageOneAsync(store);

        var signals = await Device.Signals.ListAsync();

        Assert.Equal(store == "signals" ? 1 : 2, signals.Count);
        Assert.Equal(store == "signals" ? 1 : 0, await Device.Signals.BrokenCountAsync(signals));
    }

    [Fact]
    public async Task Damaged_draft_does_not_take_the_others_along()
    {
        await Device.EnrolAsync(Point);
        await Device.Drafts.NewAsync(SmallForm.Definition, "utrecht", "nl", []);
        await Device.Drafts.NewAsync(SmallForm.Definition, "utrecht", "nl", []);
        await DamageOneAsync("drafts");

        var drafts = await Device.Drafts.ListAsync();

        Assert.Single(drafts);
        Assert.Equal(1, await Device.Drafts.BrokenCountAsync(drafts));
    }

    [Fact]
    public async Task Answer_is_unread_until_it_was_seen_also_after_a_restart()
    {
        await Device.EnrolAsync(Point);
        var id = await Device.WriteAndSealAsync();
        await Device.Sync.RunOnceAsync();
        Point.SendAnswer(id, "eerste-blik", "Dank.");
        await Device.Sync.RunOnceAsync();
        Assert.Equal(1, await Device.Signals.UnreadAsync());
        var signal = (await Device.Signals.ReadAsync(id))!;
        Assert.True(signal.HasUnread);

        await Device.Signals.MarkSeenAsync(signal);
        Restart();
        await Device.Keys.UnlockAsync(NativeDevice.Pin);

        Assert.False((await Device.Signals.ReadAsync(id))!.HasUnread);
        Assert.Equal(0, await Device.Signals.UnreadAsync());
    }

    private async Task DamageOneAsync(string store)
    {
        var record = (await Device.Records.ListAsync(store))[0];
        record.Bytes[^1] ^= 1;
        await Device.Records.CommitAsync([new RecordChange(record.Key, record.Version, record.Bytes)]);
    }
}

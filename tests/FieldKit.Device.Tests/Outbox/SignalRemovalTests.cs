using FieldKit.TestKit;

namespace FieldKit.Device.Tests.Outbox;

public sealed class SignalRemovalTests : DeviceTest
{
    [Fact]
    public async Task Removed_signal_takes_its_answers_and_follow_ups_along_and_undo_brings_all_back()
    {
        var id = await AnsweredAsync();
        await Device.FollowUpAsync(id, "Dinsdag.");
        var note = await Device.FollowUps.DraftAsync(id, withdraws: false);
        note.Text = "En nog";
        await Device.FollowUps.SaveAsync(note);
        var before = (await Device.Signals.ReadAsync(id))!;

        var removed = await Device.Removal.RemoveAsync(id);

        Assert.Null(await Device.Signals.ReadAsync(id));
        Assert.Equal("", (await Device.FollowUps.DraftAsync(id, withdraws: false)).Text);
        await Device.Removal.RestoreAsync(removed);
        var after = (await Device.Signals.ReadAsync(id))!;
        Assert.Equal((before.State, before.Answers.Single().Id, before.FollowUps.Single()), (after.State, after.Answers.Single().Id, after.FollowUps.Single()));
        Assert.Equal("En nog", (await Device.FollowUps.DraftAsync(id, withdraws: false)).Text);
    }

    [Fact]
    public async Task What_waits_sealed_is_still_delivered_once()
    {
        var id = await AnsweredAsync();
        await Device.FollowUpAsync(id, "Dinsdag.");

        await Device.Removal.RemoveAsync(id);
        await Device.Sync.RunOnceAsync();
        await Device.Sync.RunOnceAsync();

        Assert.Equal("Dinsdag.", Point.OpenFollowUps(id).Single().Text);
    }

    [Fact]
    public async Task Answer_to_a_removed_signal_is_cleared_and_others_stay()
    {
        var id = await AnsweredAsync();
        var other = await Device.WriteAndSealAsync("twee");
        await Device.Sync.RunOnceAsync();
        await Device.Removal.RemoveAsync(id);
        Point.SendAnswer(id, "advies", "Te laat.");
        Point.SendAnswer(other, "eerste-blik", "Dank.");
        await Device.Sync.RunOnceAsync();
        await Device.Signals.ListAsync();

        await Device.Removal.ClearOrphansAsync();

        Assert.Equal(1, await Device.Store.CountAsync("answers"));
        Assert.Equal("Dank.", Assert.Single((await Device.Signals.ListAsync())[0].Answers).Text);
    }

    private async Task<Guid> AnsweredAsync()
    {
        await Device.EnrolAsync(Point);
        var id = await Device.WriteAndSealAsync();
        await Device.Sync.RunOnceAsync();
        Point.SendAnswer(id, "eerste-blik", "Wanneer was het?");
        await Device.Sync.RunOnceAsync();
        await Device.Signals.ListAsync();
        return id;
    }
}

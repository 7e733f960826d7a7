using FieldKit.Device.Vault;
using FieldKit.Presentation.Form;
using FieldKit.Presentation.Signals;
using FieldKit.Presentation.Tests.Form;
using FieldKit.TestKit;

namespace FieldKit.Presentation.Tests.Signals;

public sealed class SignalListModelTests : IAsyncLifetime
{
    private readonly LinkableDevice linkable = new();
    private Removals removals = null!;
    private SignalListModel model = null!;

    public Task InitializeAsync()
    {
        removals = new(linkable.Device.Drafts, linkable.Device.Removal);
        model = new(linkable.Device.Drafts, linkable.Device.Signals, linkable.Device.Removal, removals);
        return linkable.Device.EnrolAsync(linkable.Point);
    }

    public Task DisposeAsync()
    {
        linkable.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_fresh_device_has_nothing()
    {
        await model.ReadAsync();

        Assert.True(model.IsEmpty);
    }

    [Fact]
    public async Task Each_signal_stands_in_one_group()
    {
        var answered = await linkable.Device.WriteAndSealAsync("een");
        var sent = await linkable.Device.WriteAndSealAsync("twee");
        await linkable.Device.Sync.RunOnceAsync();
        linkable.Point.SendAnswer(answered, "eerste-blik", null);
        await linkable.Device.Sync.RunOnceAsync();
        var waiting = await linkable.Device.WriteAndSealAsync("drie");
        await linkable.Device.Drafts.NewAsync(TwoPartForm.Definition, "utrecht", "nl", []);

        await model.ReadAsync();

        Assert.Equal(answered, Assert.Single(model.Answered).Id);
        Assert.Equal(sent, Assert.Single(model.Sent).Id);
        Assert.Equal(waiting, Assert.Single(model.Waiting).Id);
        Assert.Equal(SignalMode.Advice, Assert.Single(model.Drafts!).Mode);
        Assert.Empty(model.Refused);
    }

    [Fact]
    public async Task A_deleted_draft_is_gone()
    {
        var draft = await linkable.Device.Drafts.NewAsync(TwoPartForm.Definition, "utrecht", "nl", []);

        await model.RemoveDraftAsync(draft.Id);

        Assert.True(model.IsEmpty);
        Assert.Equal("removed.draft", removals.Last);
        await model.UndoAsync();
        Assert.Equal(draft.Id, Assert.Single(model.Drafts!).Id);
        Assert.Null(removals.Last);
    }

    [Fact]
    public async Task Withdrawn_signals_stand_apart_and_unread_answers_come_first()
    {
        var read = await linkable.Device.WriteAndSealAsync("een");
        var unread = await linkable.Device.WriteAndSealAsync("twee");
        var withdrawn = await linkable.Device.WriteAndSealAsync("drie");
        await linkable.Device.Sync.RunOnceAsync();
        linkable.Point.SendAnswer(unread, "eerste-blik", null);
        linkable.Point.SendAnswer(read, "eerste-blik", null);
        linkable.Point.SendAnswer(withdrawn, "eerste-blik", null);
        await linkable.Device.Sync.RunOnceAsync();
        await linkable.Device.Signals.MarkSeenAsync((await linkable.Device.Signals.ReadAsync(read))!);
        await linkable.Device.FollowUpAsync(withdrawn, "", withdraws: true);

        await model.ReadAsync();

        Assert.Equal([(unread, true), (read, false)], model.Answered.Select(signal => (signal.Id, signal.HasUnread)));
        Assert.Equal(withdrawn, Assert.Single(model.Withdrawn).Id);
    }

    [Fact]
    public async Task A_damaged_signal_is_counted_and_the_rest_stays()
    {
        await linkable.Device.WriteAndSealAsync("een");
        await linkable.Device.WriteAndSealAsync("twee");
        var record = (await linkable.Device.Records.ListAsync("signals"))[0];
        record.Bytes[^1] ^= 1;
        await linkable.Device.Records.CommitAsync([new(record.Key, record.Version, record.Bytes)]);

        await model.ReadAsync();

        Assert.Equal((1, 1, false), (model.Broken, model.All.Count, model.HasFailed));
    }

    [Fact]
    public async Task A_removed_signal_comes_back_until_the_vault_is_shut()
    {
        var id = await linkable.Device.WriteAndSealAsync();
        await linkable.Device.Sync.RunOnceAsync();
        await removals.RemoveSignalAsync(id);
        await model.ReadAsync();
        Assert.True(model.IsEmpty);

        await model.UndoAsync();
        Assert.Equal(id, Assert.Single(model.Sent).Id);

        await removals.RemoveSignalAsync(id);
        await removals.PutAwayAsync();
        await model.UndoAsync();
        Assert.True(model.IsEmpty);
    }

    [Fact]
    public async Task A_locked_vault_shows_nothing()
    {
        linkable.Device.Keys.Lock();

        await Assert.ThrowsAsync<VaultLockedException>(model.ReadAsync);
    }
}

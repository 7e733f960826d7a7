using FieldKit.Device.Vault;
using FieldKit.Presentation.Form;
using FieldKit.Presentation.Signals;
using FieldKit.Presentation.Tests.Form;
using FieldKit.TestKit;

namespace FieldKit.Presentation.Tests.Signals;

public sealed class SignalListModelTests : IAsyncLifetime
{
    private readonly LinkableDevice linkable = new();
    private SignalListModel model = null!;

    public Task InitializeAsync()
    {
        model = new(linkable.Device.Drafts, linkable.Device.Signals);
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

        await model.DeleteDraftAsync(draft.Id);

        Assert.True(model.IsEmpty);
    }

    [Fact]
    public async Task A_locked_vault_shows_nothing()
    {
        linkable.Device.Keys.Lock();

        await Assert.ThrowsAsync<VaultLockedException>(model.ReadAsync);
    }
}

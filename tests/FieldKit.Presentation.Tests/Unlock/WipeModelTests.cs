using FieldKit.Device.Vault;
using FieldKit.Presentation.Form;
using FieldKit.Presentation.Tests.Form;
using FieldKit.Presentation.Unlock;
using FieldKit.TestKit;

namespace FieldKit.Presentation.Tests.Unlock;

public sealed class WipeModelTests : IAsyncLifetime
{
    private readonly LinkableDevice linkable = new();
    private readonly FormModel form;
    private readonly UnlockModel vault;
    private readonly WipeModel model;

    public WipeModelTests()
    {
        form = new(linkable.Device.Drafts, linkable.Time);
        vault = new(linkable.Device.Keys, linkable.Wrong, [form]);
        model = new(new Wipe(linkable.Device.Records, linkable.Device.Keys), linkable.Device.Outbox, vault, [form]);
    }

    public Task InitializeAsync() => linkable.Device.EnrolAsync(linkable.Point);

    public Task DisposeAsync()
    {
        linkable.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Nothing_goes_without_the_second_tap()
    {
        await linkable.Device.WriteAndSealAsync();

        await model.RunAsync();
        await model.AskAsync();
        Assert.Equal((WipeState.Asking, 1), (model.State, model.Waiting));
        model.Leave();
        await model.RunAsync();

        Assert.Equal(WipeState.Idle, model.State);
        Assert.Single(await linkable.Device.Signals.ListAsync());
    }

    [Fact]
    public async Task After_it_the_open_form_is_gone_nothing_can_be_unlocked_and_the_queue_still_leaves()
    {
        var waiting = await linkable.Device.WriteAndSealAsync("nog niet weg");
        var draft = await linkable.Device.Drafts.NewAsync(TwoPartForm.Definition, "utrecht", "nl", []);
        await form.OpenAsync(draft.Id);
        await model.AskAsync();

        await model.RunAsync();

        Assert.Equal((WipeState.Done, 1), (model.State, model.Waiting));
        Assert.Null(form.Draft);
        Assert.Equal((false, false), (vault.IsOpen, vault.HasVault));
        await linkable.Device.Sync.RunOnceAsync();
        Assert.Equal("nog niet weg", linkable.Point.Open(waiting).Answers["s2_wat"].Text);
    }
}

using FieldKit.Domain;
using FieldKit.Domain.Municipalities;
using FieldKit.Presentation.Form;
using FieldKit.Presentation.Keeping;
using FieldKit.Presentation.Signals;
using FieldKit.Presentation.Tabs;
using FieldKit.Presentation.Tests.Form;
using FieldKit.Presentation.Unlock;
using FieldKit.TestKit;

namespace FieldKit.Presentation.Tests.Keeping;

public sealed class RevokedModelTests : IAsyncLifetime
{
    private readonly LinkableDevice linkable = new();
    private readonly ToldTabs tabs = new();
    private readonly FormModel form;
    private readonly UnlockModel vault;
    private readonly RevokedModel model;

    public RevokedModelTests()
    {
        var device = linkable.Device;
        form = new(device.Drafts, linkable.Time);
        vault = new(device.Keys, linkable.Wrong, [form]);
        model = new(device.Enrolment, device.Revocation, device.Policy, device.Outbox, vault, tabs);
    }

    public async Task InitializeAsync()
    {
        await linkable.Device.EnrolAsync(linkable.Point);
        await model.StartAsync();
    }

    public Task DisposeAsync()
    {
        model.Dispose();
        linkable.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_linked_device_is_not_revoked()
    {
        await linkable.Device.Sync.RunOnceAsync();
        Assert.False(model.IsRevoked);
        Assert.Empty(tabs.Told);
    }

    [Fact]
    public async Task A_revocation_clears_the_screen_tells_other_tabs_and_says_what_went()
    {
        var draft = await linkable.Device.Drafts.NewAsync(TwoPartForm.Definition, "utrecht", "nl", []);
        await form.OpenAsync(draft.Id);
        await linkable.Device.WriteAndSealAsync();
        linkable.Point.RevokedAt = linkable.Time.GetUtcNow();

        await linkable.Device.Sync.RunOnceAsync();
        await model.ReadAsync();

        Assert.True(model.IsRevoked);
        Assert.Equal(0, model.Waiting);
        Assert.Equal([DeviceBelonging.Drafts, DeviceBelonging.Readable, DeviceBelonging.OwnContacts], model.Cleared);
        Assert.Null(form.Draft);
        Assert.False(vault.IsOpen);
        Assert.Equal([TabNews.Revoked], tabs.Told);
    }

    [Fact]
    public async Task A_revocation_that_another_tab_heard_of_shows_here_too()
    {
        using var other = new RevokedModel(
            linkable.Device.Enrolment, linkable.Device.Revocation, linkable.Device.Policy, linkable.Device.Outbox, vault, tabs);
        await other.StartAsync();
        linkable.Point.RevokedAt = linkable.Time.GetUtcNow();
        await linkable.Device.Sync.RunOnceAsync();
        var drawn = new TaskCompletionSource();
        other.PropertyChanged += (_, _) => drawn.TrySetResult();

        tabs.Say(TabNews.Revoked);

        await drawn.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.True(other.IsRevoked);
    }

    [Fact]
    public async Task What_still_waits_is_counted_as_safe()
    {
        linkable.Point.RevokedAt = linkable.Time.GetUtcNow();
        await linkable.Device.WriteAndSealAsync();
        linkable.Point.Script((point, exchange) => point.Answer(exchange, _ => Protocol.Refusals.TooMany).ToFrame());
        await linkable.Device.Sync.RunOnceAsync();
        await model.ReadAsync();
        Assert.Equal((true, 1), (model.IsRevoked, model.Waiting));
    }

    [Fact]
    public async Task Sealing_says_why_it_does_not_and_leaves_the_draft()
    {
        linkable.Point.Publish(1, new(
            new(2026, 11, 1), [], [], [], [],
            [new("utrecht", new("Utrecht"), new("Loket"), [], [], Device: new(RevokedClears: []))]));
        await linkable.Device.Content.UpdateAsync();
        var draft = await linkable.Device.Drafts.NewAsync(TwoPartForm.Definition, "utrecht", "nl", []);
        linkable.Point.RevokedAt = linkable.Time.GetUtcNow();
        await linkable.Device.Sync.RunOnceAsync();
        await vault.SubmitAsync(NativeDevice.Pin);
        await form.OpenAsync(draft.Id);
        form.Choose(new("s0_gevaar", 0), ["nee"]);
        form.Choose(new("s2_wanneer", 0), ["precies"]);
        form.Write(new("s2_wanneer", 0), "gisteren");
        form.Write(new("s2_wat", 0), "Ik zag iets.");
        var lists = new BehaviourLists(new(() => new((ContentBundle?)null), () => new(false)), () => Task.CompletedTask);
        var review = new ReviewModel(form, linkable.Device.Outbox, linkable.Device.Enrolment, lists, new(linkable.Device.Policy), linkable.Time);
        await review.PrepareAsync();

        Assert.Null(await review.SealAsync("nl"));
        Assert.Equal("review.revoked", review.Problem);
        Assert.NotNull(await linkable.Device.Drafts.ReadAsync(draft.Id));
    }

    private sealed class ToldTabs : ITabs
    {
        public event Action<TabNews>? Heard;

        public List<TabNews> Told { get; } = [];

        public void Say(TabNews news) => Heard?.Invoke(news);

        public Task WatchAsync() => Task.CompletedTask;

        public Task TellAsync(TabNews news)
        {
            Told.Add(news);
            return Task.CompletedTask;
        }
    }
}

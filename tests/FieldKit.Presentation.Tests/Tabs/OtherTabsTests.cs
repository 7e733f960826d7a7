using FieldKit.Device.Content;
using FieldKit.Presentation.Content;
using FieldKit.Presentation.Form;
using FieldKit.Presentation.Home;
using FieldKit.Presentation.Settings;
using FieldKit.Presentation.Sync;
using FieldKit.Presentation.Tabs;
using FieldKit.Presentation.Tests.Form;
using FieldKit.Presentation.Tests.Sync;
using FieldKit.Presentation.Tests.Unlock;
using FieldKit.Presentation.Unlock;
using FieldKit.TestKit;

namespace FieldKit.Presentation.Tests.Tabs;

public sealed class OtherTabsTests : IAsyncLifetime
{
    private readonly LinkableDevice linkable = new();
    private readonly HandledConnection connection = new();
    private readonly RememberedPreferences preferences = new();
    private readonly Neighbours neighbours = new();
    private readonly Texts texts;
    private readonly Appearance appearance;
    private readonly FormModel form;
    private readonly UnlockModel vault;
    private readonly AutoLock autoLock;
    private readonly OtherTabs tabs;

    public OtherTabsTests()
    {
        texts = new(preferences);
        appearance = new(preferences);
        var place = new OwnPlace(preferences);
        form = new(linkable.Device.Drafts, linkable.Time);
        vault = new(linkable.Device.Keys, linkable.Wrong, [form]);
        autoLock = new(vault, connection, new HandledActivity(), preferences, linkable.Time);
        var library = linkable.Device.Content;
        var shelf = new ContentShelf(library.CurrentAsync, async () => await library.UpdateAsync() is ContentUpdate.Updated);
        var sync = new SyncModel(linkable.Device.Sync, linkable.Device.Outbox, shelf, connection, linkable.Time);
        tabs = new(neighbours, texts, appearance, place, new FirstRun(preferences, texts, place), autoLock, vault, linkable.Device.Enrolment, sync);
    }

    public Task InitializeAsync() => tabs.StartAsync();

    public Task DisposeAsync()
    {
        tabs.Dispose();
        autoLock.Dispose();
        linkable.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public void A_choice_of_another_tab_shows_at_once()
    {
        var dressed = 0;
        appearance.PropertyChanged += (_, _) => dressed++;
        preferences.Write("language", Texts.English);
        preferences.Write("theme", "dark");
        preferences.Write("lock-minutes", "15");

        neighbours.Say(TabNews.Preferences);

        Assert.Equal((Texts.English, "Call", Theme.Dark, 15), (texts.Language, texts["nav.call"], appearance.Theme, autoLock.Minutes));
        Assert.Equal(1, dressed);
    }

    [Fact]
    public async Task A_lock_of_another_tab_keeps_what_was_typed_here_first()
    {
        var id = await WriteAsync("Nog niet bewaard");

        neighbours.Say(TabNews.Locked);
        await UntilAsync(() => !linkable.Device.Keys.IsOpen);

        await linkable.Device.Keys.UnlockAsync(NativeDevice.Pin);
        Assert.Equal("Nog niet bewaard", (await linkable.Device.Drafts.ReadAsync(id))!.Answers["s2_wat"].Text);
    }

    [Fact]
    public async Task A_wipe_in_another_tab_leaves_nothing_readable_here()
    {
        await WriteAsync("Nog niet bewaard");
        await linkable.Device.Keys.WipeAsync();

        neighbours.Say(TabNews.Wiped);
        await UntilAsync(() => vault.HasVault == false);

        Assert.Null(form.Draft);
        Assert.False(vault.IsOpen);
    }

    [Fact]
    public async Task A_lock_that_somebody_asked_for_is_told_and_one_that_came_by_itself_is_not()
    {
        await linkable.Device.EnrolAsync(linkable.Point);
        await vault.LockAsync();
        Assert.Empty(neighbours.Told);

        await tabs.LockAsync();

        Assert.Equal([TabNews.Locked], neighbours.Told);
    }

    [Fact]
    public async Task A_device_linked_in_another_tab_can_be_unlocked_here()
    {
        await vault.OpenAsync();
        Assert.False(vault.HasVault);
        await linkable.Device.EnrolAsync(linkable.Point);

        neighbours.Say(TabNews.Linked);
        await UntilAsync(() => vault.HasVault == true);

        Assert.NotNull(await linkable.Device.Enrolment.CurrentAsync());
    }

    private async Task<Guid> WriteAsync(string words)
    {
        await linkable.Device.EnrolAsync(linkable.Point);
        var id = (await linkable.Device.Drafts.NewAsync(TwoPartForm.Definition, "utrecht", "nl", [])).Id;
        await form.OpenAsync(id);
        form.Write(new("s2_wat", 0), words);
        return id;
    }

    private async Task UntilAsync(Func<bool> holds)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(object? sender, EventArgs change)
        {
            if (holds())
            {
                reached.TrySetResult();
            }
        }

        vault.PropertyChanged += Look;
        Look(null, EventArgs.Empty);
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(30));
        vault.PropertyChanged -= Look;
    }

    private sealed class Neighbours : ITabs
    {
        public event Action<TabNews>? Heard;

        public List<TabNews> Told { get; } = [];

        public Task WatchAsync() => Task.CompletedTask;

        public Task TellAsync(TabNews news)
        {
            Told.Add(news);
            return Task.CompletedTask;
        }

        public void Say(TabNews news) => Heard?.Invoke(news);
    }
}

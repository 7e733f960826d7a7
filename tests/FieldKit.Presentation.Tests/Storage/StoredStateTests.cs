using FieldKit.Device.Store;
using FieldKit.Presentation.Storage;
using FieldKit.Presentation.Tests.Sync;
using FieldKit.Presentation.Tests.Unlock;
using FieldKit.Presentation.Unlock;
using FieldKit.TestKit;

namespace FieldKit.Presentation.Tests.Storage;

public sealed class StoredStateTests : IDisposable
{
    private readonly RememberedPreferences preferences = new();
    private readonly HandledConnection connection = new();
    private readonly GivenStorage storage = new();
    private readonly LinkableDevice first = new();
    private readonly LinkableDevice emptied = new();

    [Fact]
    public async Task Nothing_ever_stored_is_no_loss()
    {
        Assert.False((await StartAsync(first)).IsCleared);
    }

    [Fact]
    public async Task A_vault_that_is_gone_is_told_until_it_was_read()
    {
        await UseAsync(first);
        Assert.False((await StartAsync(first)).IsCleared);

        Assert.True((await StartAsync(emptied)).IsCleared);
        // Linked again before anybody read it: still to be told.
        await UseAsync(emptied);
        var state = await StartAsync(emptied);
        Assert.True(state.IsCleared);
        state.Acknowledge();
        Assert.False((await StartAsync(emptied)).IsCleared);
    }

    [Fact]
    public async Task Wiping_is_no_loss()
    {
        await UseAsync(first);
        await first.Device.Wipe.RunAsync();
        Assert.False((await StartAsync(first)).IsCleared);
    }

    [Fact]
    public async Task The_mark_says_nothing_about_anybody()
    {
        await UseAsync(first);
        Assert.Equal("1", preferences.Read("stored"));
        Assert.Empty((await first.Device.Records.ReadAsync(new(DeviceStores.Marks, "stored")))!.Bytes);
    }

    [Fact]
    public async Task What_a_newer_version_wrote_is_told_and_not_touched()
    {
        preferences.Write("stored", "1");
        storage.IsNewer = true;

        var state = await StartAsync(emptied);

        Assert.Equal((true, false), (state.IsNewer, state.IsCleared));
        Assert.Equal("1", preferences.Read("stored"));
    }

    [Fact]
    public async Task A_newer_version_that_took_over_meanwhile_is_seen_on_coming_back()
    {
        var state = await StartAsync(first);
        storage.IsNewer = true;
        connection.Resume();
        Assert.True(state.IsNewer);
    }

    public void Dispose()
    {
        first.Dispose();
        emptied.Dispose();
    }

    private async Task UseAsync(LinkableDevice on)
    {
        var vault = new UnlockModel(on.Device.Keys, on.Wrong);
        var activity = new HandledActivity();
        using var state = new StoredState(storage, on.Device.Records, preferences, vault, activity, connection);
        await state.StartAsync();
        await on.Device.Keys.CreateAsync(NativeDevice.Pin);
        activity.Touch();
    }

    private async Task<StoredState> StartAsync(LinkableDevice on)
    {
        var state = new StoredState(storage, on.Device.Records, preferences, new UnlockModel(on.Device.Keys, on.Wrong), new HandledActivity(), connection);
        await state.StartAsync();
        return state;
    }
}

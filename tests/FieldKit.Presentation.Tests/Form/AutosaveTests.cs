using FieldKit.Device.Store;
using FieldKit.Presentation.Form;
using FieldKit.TestKit;

namespace FieldKit.Presentation.Tests.Form;

public sealed class AutosaveTests
{
    private readonly ManualTimeProvider time = new();
    private readonly List<Func<ValueTask>> faults = [];
    private int saves;

    [Fact]
    public void A_pause_in_typing_keeps_it()
    {
        using var autosave = New();
        autosave.Touch();
        time.Advance(Autosave.Pause - TimeSpan.FromMilliseconds(1));
        autosave.Touch();
        time.Advance(Autosave.Pause - TimeSpan.FromMilliseconds(1));
        Assert.Equal(0, saves);

        time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal((1, SaveState.Kept, false), (saves, autosave.State, autosave.HasUnkept));
        Assert.Equal(time.GetUtcNow(), autosave.KeptAt);
    }

    [Fact]
    public async Task Leaving_a_field_keeps_it_at_once_and_once()
    {
        using var autosave = New();
        autosave.Touch();

        await autosave.KeepAsync();
        await autosave.KeepAsync();
        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(1, saves);
    }

    [Fact]
    public async Task Each_change_is_kept_in_its_turn()
    {
        using var autosave = New();
        foreach (var expected in new[] { 1, 2, 3 })
        {
            autosave.Touch();
            await autosave.KeepAsync();
            Assert.Equal(expected, saves);
        }
    }

    [Fact]
    public async Task A_change_during_a_save_is_kept_by_the_next()
    {
        // As in a browser, where all of this is on one thread; the test's own context would go on on two.
        SynchronizationContext.SetSynchronizationContext(null);
        var slow = new TaskCompletionSource();
        faults.Add(() => new(slow.Task));
        using var autosave = New();
        autosave.Touch();
        var first = autosave.KeepAsync();
        autosave.Touch();
        var second = autosave.KeepAsync();
        Assert.Equal(SaveState.Saving, autosave.State);

        slow.SetResult();
        await Task.WhenAll(first, second);

        Assert.Equal((2, false), (saves, autosave.HasUnkept));
    }

    [Fact]
    public async Task A_full_device_is_said_until_there_is_room()
    {
        faults.Add(() => throw new StoreFullException());
        using var autosave = New();
        autosave.Touch();
        await autosave.KeepAsync();
        Assert.Equal((SaveState.Full, true), (autosave.State, autosave.HasUnkept));

        await autosave.KeepAsync();

        Assert.Equal((SaveState.Kept, false), (autosave.State, autosave.HasUnkept));
    }

    [Fact]
    public async Task A_failed_save_is_tried_again_by_itself()
    {
        faults.Add(() => throw new IOException("gone"));
        using var autosave = New();
        autosave.Touch();
        await autosave.KeepAsync();
        Assert.Equal((SaveState.Failed, true), (autosave.State, autosave.HasUnkept));

        time.Advance(Autosave.RetryPause);

        Assert.Equal((SaveState.Kept, false), (autosave.State, autosave.HasUnkept));
    }

    [Fact]
    public async Task A_draft_changed_elsewhere_is_not_overwritten()
    {
        faults.Add(() => throw new StaleRecordException(new("drafts", "x")));
        using var autosave = New();
        autosave.Touch();
        await autosave.KeepAsync();
        Assert.Equal(SaveState.Elsewhere, autosave.State);

        autosave.Touch();
        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(1, saves);
    }

    private Autosave New() => new(SaveAsync, time);

    private ValueTask SaveAsync()
    {
        saves++;
        return faults.ElementAtOrDefault(saves - 1)?.Invoke() ?? default;
    }
}

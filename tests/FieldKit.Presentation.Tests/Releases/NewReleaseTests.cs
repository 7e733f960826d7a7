using FieldKit.Presentation.Releases;
using FieldKit.Presentation.Tests.Sync;
using FieldKit.Presentation.Unlock;
using FieldKit.TestKit;

namespace FieldKit.Presentation.Tests.Releases;

public sealed class NewReleaseTests : IAsyncLifetime
{
    private readonly Platform platform = new();
    private readonly HandledConnection connection = new();
    private readonly ManualTimeProvider time = new();
    private readonly Text text = new();
    private readonly NewRelease release;

    public NewReleaseTests() => release = new(platform, connection, [text], time);

    public Task InitializeAsync() => release.StartAsync();

    public Task DisposeAsync()
    {
        release.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public void Nothing_is_offered_before_a_whole_release_is_there()
    {
        Assert.False(release.IsOffered);
        platform.BecomeReady();
        Assert.True(release.IsOffered);
        Assert.Equal(0, platform.Restarts);
    }

    [Fact]
    public async Task A_form_hears_nothing_of_it_and_cannot_take_it()
    {
        release.Show(isOccupied: true);
        platform.BecomeReady();
        Assert.False(release.IsOffered);
        await release.TakeAsync();
        Assert.Equal(0, platform.Asked);

        release.Show(isOccupied: false);

        Assert.True(release.IsOffered);
    }

    [Fact]
    public async Task A_tap_keeps_what_was_typed_and_begins_again_exactly_once()
    {
        platform.BecomeReady();
        await release.TakeAsync();
        await release.TakeAsync();
        Assert.Equal((1, 0), (platform.Asked, platform.Restarts));

        platform.BecomeTaken();
        release.Show(isOccupied: false);

        Assert.Equal((1, 1), (platform.Restarts, text.Settled));
    }

    [Fact]
    public void A_form_in_another_tab_is_finished_first()
    {
        release.Show(isOccupied: true);
        platform.BecomeReady();
        platform.BecomeTaken();
        Assert.Equal(0, platform.Restarts);
        release.Show(isOccupied: true);
        Assert.Equal(0, platform.Restarts);

        release.Show(isOccupied: false);

        Assert.Equal(1, platform.Restarts);
    }

    [Fact]
    public void Words_that_could_not_be_kept_hold_it_up_until_they_are()
    {
        text.CanSettle = false;
        platform.BecomeTaken();
        Assert.Equal(0, platform.Restarts);

        text.CanSettle = true;
        release.Show(isOccupied: false);

        Assert.Equal(1, platform.Restarts);
    }

    [Fact]
    public async Task Another_tab_that_was_first_leaves_nothing_to_offer()
    {
        platform.BecomeReady();
        platform.Waits = false;

        await release.TakeAsync();

        Assert.Equal((false, false), (release.IsOffered, release.IsTaking));
    }

    [Fact]
    public void An_app_that_stays_open_looks_now_and_then()
    {
        connection.Resume();
        Assert.Equal(0, platform.Looks);
        time.Advance(NewRelease.BetweenLooks);
        connection.Resume();
        connection.Resume();

        Assert.Equal(1, platform.Looks);
    }

    private sealed class Platform : IReleases
    {
        public event Action? Ready;

        public event Action? Taken;

        public bool Waits { get; set; } = true;

        public int Asked { get; private set; }

        public int Restarts { get; private set; }

        public int Looks { get; private set; }

        public Task WatchAsync() => Task.CompletedTask;

        public Task LookAsync()
        {
            Looks++;
            return Task.CompletedTask;
        }

        public Task<bool> TakeAsync()
        {
            Asked++;
            return Task.FromResult(Waits);
        }

        public void Restart() => Restarts++;

        public void BecomeReady() => Ready?.Invoke();

        public void BecomeTaken() => Taken?.Invoke();
    }

    private sealed class Text : IOpenText
    {
        public bool CanSettle { get; set; } = true;

        public int Settled { get; private set; }

        public Task PutAwayAsync() => Task.CompletedTask;

        public Task<bool> SettleAsync()
        {
            Settled += CanSettle ? 1 : 0;
            return Task.FromResult(CanSettle);
        }

        public void Forget()
        {
        }
    }
}

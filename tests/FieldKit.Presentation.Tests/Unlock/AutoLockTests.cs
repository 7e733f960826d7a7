using FieldKit.Presentation.Form;
using FieldKit.Presentation.Tests.Form;
using FieldKit.Presentation.Tests.Sync;
using FieldKit.Presentation.Unlock;
using FieldKit.TestKit;

namespace FieldKit.Presentation.Tests.Unlock;

public sealed class AutoLockTests : IAsyncLifetime
{
    private readonly LinkableDevice linkable = new();
    private readonly HandledConnection connection = new();
    private readonly HandledActivity activity = new();
    private readonly RememberedPreferences preferences = new();
    private readonly FormModel form;
    private readonly UnlockModel vault;
    private readonly AutoLock auto;

    public AutoLockTests()
    {
        form = new(linkable.Device.Drafts, linkable.Time);
        vault = new(linkable.Device.Keys, linkable.Wrong, [form]);
        auto = new(vault, connection, activity, preferences, linkable.Time);
    }

    public async Task InitializeAsync()
    {
        await linkable.Device.EnrolAsync(linkable.Point);
        auto.Start();
    }

    public Task DisposeAsync()
    {
        auto.Dispose();
        linkable.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(15)]
    [InlineData(60)]
    public void Shuts_after_the_chosen_time_of_doing_nothing_and_not_before(int minutes)
    {
        auto.Use(minutes);

        linkable.Time.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
        Assert.True(vault.IsOpen);
        linkable.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.False(vault.IsOpen);
        Assert.False(linkable.Device.Keys.IsOpen);
    }

    [Fact]
    public void Touching_starts_the_time_again()
    {
        linkable.Time.Advance(TimeSpan.FromMinutes(4));
        activity.Touch();
        linkable.Time.Advance(TimeSpan.FromMinutes(4));

        Assert.True(vault.IsOpen);
        linkable.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(vault.IsOpen);
    }

    [Fact]
    public void At_once_shuts_as_soon_as_the_app_is_out_of_sight()
    {
        auto.Use(AutoLock.AtOnce);
        Assert.True(vault.IsOpen);

        connection.Leave();

        Assert.False(vault.IsOpen);
    }

    [Fact]
    public void Out_of_sight_for_a_moment_does_not_shut_with_another_choice()
    {
        connection.Leave();
        linkable.Time.Advance(TimeSpan.FromMinutes(1));
        connection.Resume();

        Assert.True(vault.IsOpen);
    }

    [Fact]
    public void Phone_that_slept_past_the_time_is_shut_on_return_although_no_timer_ran()
    {
        connection.Leave();
        linkable.Time.SetClock(linkable.Time.GetUtcNow().AddMinutes(20));
        connection.Resume();

        Assert.False(vault.IsOpen);
    }

    [Fact]
    public void Coming_back_with_a_touch_after_the_time_does_not_save_it()
    {
        linkable.Time.SetClock(linkable.Time.GetUtcNow().AddMinutes(20));
        activity.Touch();

        Assert.False(vault.IsOpen);
    }

    [Fact]
    public void Clock_set_back_does_not_keep_it_open()
    {
        linkable.Time.SetClock(linkable.Time.GetUtcNow().AddYears(-1));
        linkable.Time.Advance(TimeSpan.FromMinutes(5));

        Assert.False(vault.IsOpen);
    }

    [Fact]
    public async Task Opened_again_it_counts_anew()
    {
        linkable.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.True(await vault.SubmitAsync(NativeDevice.Pin));

        linkable.Time.Advance(TimeSpan.FromMinutes(4));
        Assert.True(vault.IsOpen);
        linkable.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(vault.IsOpen);
    }

    [Fact]
    public async Task What_was_typed_at_the_last_moment_is_kept_and_no_longer_in_memory()
    {
        var draft = await linkable.Device.Drafts.NewAsync(TwoPartForm.Definition, "utrecht", "nl", []);
        await form.OpenAsync(draft.Id);
        var key = new Domain.Forms.AnswerKey("s2_wat", 0);
        form.Write(key, "laatste woord");
        auto.Use(AutoLock.AtOnce);

        connection.Leave();
        await vault.SubmitAsync(NativeDevice.Pin);

        Assert.Null(form.Draft);
        Assert.Null(form.State);
        Assert.Equal("laatste woord", (await linkable.Device.Drafts.ReadAsync(draft.Id))!.Answers[key.ToString()].Text);
    }

    [Fact]
    public void Choice_survives_a_restart_and_nonsense_is_the_usual()
    {
        auto.Use(60);
        auto.Use(7);

        Assert.Equal(60, Another().Minutes);
        preferences.Write("lock-minutes", "-3");
        Assert.Equal(AutoLock.Usual, Another().Minutes);
    }

    private AutoLock Another() => new(vault, connection, activity, preferences, linkable.Time);
}

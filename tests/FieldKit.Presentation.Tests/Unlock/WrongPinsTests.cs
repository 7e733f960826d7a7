using FieldKit.Device.Vault;
using FieldKit.Presentation.Form;
using FieldKit.Presentation.Tests.Form;
using FieldKit.Presentation.Unlock;
using FieldKit.TestKit;

namespace FieldKit.Presentation.Tests.Unlock;

public sealed class WrongPinsTests : IAsyncLifetime
{
    private readonly LinkableDevice linkable = new();
    private readonly FormModel form;
    private readonly UnlockModel model;

    public WrongPinsTests()
    {
        form = new(linkable.Device.Drafts, linkable.Time);
        model = new(linkable.Device.Keys, linkable.Wrong, [form]);
    }

    private WrongPins Wrong => linkable.Wrong;

    public Task InitializeAsync() => linkable.Device.EnrolAsync(linkable.Point);

    public Task DisposeAsync()
    {
        linkable.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task The_third_one_waits_and_says_how_long_and_is_over_by_itself()
    {
        await model.LockAsync();
        await TryAsync(3);
        Assert.Equal((true, "unlock.wrong", ("unlock.wait.seconds", 30)), (Wrong.IsWaiting, model.Complaint, WrongPins.WaitParts(Wrong.Wait)));

        Assert.False(await model.SubmitAsync(NativeDevice.Pin));
        Assert.Equal(3, (await linkable.Device.Keys.TriesAsync()).Count);

        linkable.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.False(Wrong.IsWaiting);
        Assert.True(await model.SubmitAsync(NativeDevice.Pin));
        Assert.Equal(0, Wrong.Count);
    }

    [Fact]
    public async Task The_words_change_by_the_minute_and_at_the_end_by_ten_seconds()
    {
        await model.LockAsync();
        await TryAsync(5);
        var said = new List<string> { Words() };
        Wrong.PropertyChanged += (_, _) =>
        {
            if (said[^1] != Words())
            {
                said.Add(Words());
            }
        };

        linkable.Time.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(["minutes 5", "minutes 4", "minutes 3", "minutes 2", "seconds 60", "seconds 50", "seconds 40", "seconds 30", "seconds 20", "seconds 10", "over"], said);
        string Words() => Wrong.IsWaiting ? $"{WrongPins.WaitParts(Wrong.Wait).Key.Split('.')[^1]} {WrongPins.WaitParts(Wrong.Wait).Number}" : "over";
    }

    [Fact]
    public async Task A_phone_that_slept_through_the_wait_is_not_kept_waiting()
    {
        await model.LockAsync();
        await TryAsync(6);
        linkable.Time.SetClock(linkable.Time.GetUtcNow().AddMinutes(20));

        Assert.False(Wrong.IsWaiting);
        Assert.True(await model.SubmitAsync(NativeDevice.Pin));
    }

    [Fact]
    public async Task The_last_tries_are_announced_with_how_many_there_are()
    {
        await model.LockAsync();
        await TryAsync(6);
        Assert.False(Wrong.IsNearEnd);

        var left = new List<int>();
        for (var tries = 7; tries <= 9; tries++)
        {
            await TryAsync(1);
            Assert.True(Wrong.IsNearEnd);
            left.Add(Wrong.Left);
        }

        Assert.Equal([3, 2, 1], left);
    }

    [Fact]
    public async Task The_tenth_erases_what_can_be_read_and_what_is_sealed_is_still_delivered()
    {
        var waiting = await linkable.Device.WriteAndSealAsync("nog niet weg");
        var draft = await linkable.Device.Drafts.NewAsync(TwoPartForm.Definition, "utrecht", "nl", []);
        await form.OpenAsync(draft.Id);
        await model.LockAsync();

        await TryAsync(10);

        Assert.Equal((true, false, false), (Wrong.IsErased, model.HasVault, model.IsOpen));
        Assert.Null(model.Complaint);
        Assert.Equal(0, await linkable.Device.Records.CountAsync("drafts"));
        Assert.Equal(0, await linkable.Device.Records.CountAsync("signals"));
        await linkable.Device.Sync.RunOnceAsync();
        Assert.Equal("nog niet weg", linkable.Point.Open(waiting).Answers["s2_wat"].Text);
    }

    [Fact]
    public async Task Cut_off_after_the_keys_went_the_rest_goes_at_the_next_start()
    {
        await linkable.Device.Drafts.NewAsync(TwoPartForm.Definition, "utrecht", "nl", []);
        linkable.Device.Keys.Lock();
        for (var tries = 0; tries < WrongTries.UsualLimit; tries++)
        {
            linkable.Time.Advance((await linkable.Device.Keys.TriesAsync()).Wait);
            await linkable.Device.Keys.UnlockAsync("999111");
        }

        Assert.Equal(1, await linkable.Device.Records.CountAsync("drafts"));
        await model.OpenAsync();

        Assert.Equal((true, false, 0), (Wrong.IsErased, model.HasVault, await linkable.Device.Records.CountAsync("drafts")));
    }

    [Fact]
    public async Task Another_tab_that_was_wrong_meanwhile_is_not_called_a_wrong_pin_here()
    {
        await model.LockAsync();
        await model.OpenAsync();
        for (var tries = 0; tries < 3; tries++)
        {
            await linkable.Device.Keys.UnlockAsync("999111");
        }

        Assert.False(await model.SubmitAsync(NativeDevice.Pin));

        Assert.Equal((null, true, false), (model.Complaint, Wrong.IsWaiting, model.IsOpen));
    }

    /// <summary>Each after its wait.</summary>
    private async Task TryAsync(int times)
    {
        for (var tries = 0; tries < times; tries++)
        {
            linkable.Time.Advance(Wrong.Wait);
            Assert.False(await model.SubmitAsync("999111"));
        }
    }
}

using FieldKit.Device.Vault;

namespace FieldKit.TestKit;

/// <summary>What the device's keys promise about wrong PINs, natively and in the browser; each adapter runs it as its own.</summary>
public abstract class VaultKeysTests : IAsyncLifetime
{
    private const string Wrong = "000000";
    private static readonly byte[] Text = "tekst"u8.ToArray();

    protected ManualTimeProvider Time { get; } = new();

    protected IDeviceKeys Keys { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Keys = await OpenAsync();
        await Keys.CreateAsync(NativeDevice.Pin);
    }

    public virtual Task DisposeAsync() => Task.CompletedTask;

    /// <summary>The keys of this device, opened once more: a restart, or another tab beside it.</summary>
    protected abstract Task<IDeviceKeys> OpenAsync();

    [Fact]
    public async Task Slips_of_cold_fingers_cost_no_wait_and_the_right_pin_sets_the_count_back()
    {
        Assert.Equal(WrongTries.None, await Keys.TriesAsync());
        Assert.False(await Keys.UnlockAsync(Wrong));
        Assert.False(await Keys.UnlockAsync(Wrong));
        Assert.Equal(new(2, TimeSpan.Zero), await Keys.TriesAsync());

        Assert.True(await Keys.UnlockAsync(NativeDevice.Pin));

        Assert.Equal(WrongTries.None, await Keys.TriesAsync());
    }

    [Fact]
    public async Task After_more_one_waits_longer_each_time_and_even_the_right_pin_is_not_tried_sooner()
    {
        await TryWrongAsync(3);
        foreach (var seconds in (int[])[30, 60, 300, 900, 1800, 3600, 3600])
        {
            Assert.Equal(TimeSpan.FromSeconds(seconds), (await Keys.TriesAsync()).Wait);
            Time.Advance(TimeSpan.FromSeconds(seconds - 1));
            await Assert.ThrowsAsync<TooSoonException>(() => Keys.UnlockAsync(NativeDevice.Pin, wipeAfter: 20).AsTask());
            Assert.Equal(TimeSpan.FromSeconds(1), (await Keys.TriesAsync()).Wait);
            Time.Advance(TimeSpan.FromSeconds(1));
            Assert.False(await Keys.UnlockAsync(Wrong, wipeAfter: 20));
        }

        Time.Advance(TimeSpan.FromHours(1));
        Assert.True(await Keys.UnlockAsync(NativeDevice.Pin, wipeAfter: 20));
    }

    [Fact]
    public async Task The_count_and_the_wait_survive_a_restart_and_hold_in_every_tab()
    {
        await TryWrongAsync(2);
        var other = await OpenAsync();
        Assert.False(await other.UnlockAsync(Wrong));

        foreach (var one in new[] { Keys, other, await OpenAsync() })
        {
            Assert.Equal(new(3, TimeSpan.FromSeconds(30)), await one.TriesAsync());
            await Assert.ThrowsAsync<TooSoonException>(() => one.UnlockAsync(NativeDevice.Pin).AsTask());
        }

        Time.Advance(TimeSpan.FromSeconds(30));
        Assert.True(await other.UnlockAsync(NativeDevice.Pin));
        Assert.Equal(WrongTries.None, await Keys.TriesAsync());
    }

    [Fact]
    public async Task A_clock_that_is_set_back_gives_no_try_and_no_wait_of_years()
    {
        await TryWrongAsync(3);
        Time.Advance(TimeSpan.FromSeconds(29));
        Time.SetClock(Time.GetUtcNow().AddYears(-3));

        await Assert.ThrowsAsync<TooSoonException>(() => Keys.UnlockAsync(NativeDevice.Pin).AsTask());
        Assert.Equal(TimeSpan.FromSeconds(30), (await Keys.TriesAsync()).Wait);
        Time.Advance(TimeSpan.FromSeconds(30));

        Assert.True(await Keys.UnlockAsync(NativeDevice.Pin));
    }

    [Fact]
    public async Task A_clock_that_is_set_forward_gives_not_one_try_more_in_all()
    {
        for (var tries = 0; tries < WrongTries.UsualLimit; tries++)
        {
            Assert.False(await Keys.UnlockAsync(Wrong));
            Time.SetClock(Time.GetUtcNow().AddDays(1));
        }

        Assert.True((await Keys.TriesAsync()).Erased);
        Assert.False(await Keys.UnlockAsync(NativeDevice.Pin));
    }

    [Fact]
    public async Task The_last_wrong_one_destroys_the_keys_and_says_so_until_there_are_new_ones()
    {
        var outbox = await Keys.EncryptAsync(KeyTier.Device, Text, []);
        var draft = await Keys.EncryptAsync(KeyTier.Vault, Text, []);
        await TryWrongAsync(9);
        Assert.Equal((9, 1), ((await Keys.TriesAsync()).Count, (await Keys.TriesAsync()).Left(WrongTries.UsualLimit)));
        Assert.True(await Keys.ExistAsync());

        await TryWrongAsync(1);

        foreach (var one in new[] { Keys, await OpenAsync() })
        {
            Assert.False(await one.ExistAsync());
            Assert.True((await one.TriesAsync()).Erased);
            Assert.False(await one.UnlockAsync(NativeDevice.Pin));
            await Assert.ThrowsAsync<VaultLockedException>(() => one.DecryptAsync(KeyTier.Vault, draft, []).AsTask());
            Assert.Equal(Text, await one.DecryptAsync(KeyTier.Device, outbox, []));
        }

        await Keys.WipeAsync();
        Assert.True((await Keys.TriesAsync()).Erased);
        await Keys.CreateAsync("135790");
        Assert.Equal(WrongTries.None, await Keys.TriesAsync());
        await Assert.ThrowsAsync<Crypto.SealBrokenException>(() => Keys.DecryptAsync(KeyTier.Vault, draft, []).AsTask());
    }

    [Fact]
    public async Task The_right_pin_at_the_very_last_try_still_opens()
    {
        await TryWrongAsync(9);
        Time.Advance(TimeSpan.FromHours(1));

        Assert.True(await Keys.UnlockAsync(NativeDevice.Pin));
        Assert.Equal(WrongTries.None, await Keys.TriesAsync());
    }

    [Fact]
    public async Task The_municipality_says_which_try_is_the_last()
    {
        await TryWrongAsync(4, wipeAfter: 5);
        Assert.True(await Keys.ExistAsync());

        await TryWrongAsync(1, wipeAfter: 5);

        Assert.False(await Keys.ExistAsync());
    }

    [Fact]
    public async Task Wiping_by_hand_leaves_no_count_behind()
    {
        await TryWrongAsync(4);
        await Keys.WipeAsync();

        Assert.Equal(WrongTries.None, await Keys.TriesAsync());
    }

    [Fact]
    public async Task A_passphrase_opens_as_a_pin_does_however_its_letters_are_composed()
    {
        await Keys.WipeAsync();
        await Keys.CreateAsync("vier café's in de wijk");
        var again = await OpenAsync();

        Assert.False(await again.UnlockAsync("vier cafe's in de wijk"));
        Assert.True(await again.UnlockAsync("vier cafe\u0301's in de wijk"));
    }

    /// <summary>Each after its wait.</summary>
    private async Task TryWrongAsync(int times, int wipeAfter = WrongTries.UsualLimit)
    {
        for (var tries = 0; tries < times; tries++)
        {
            Time.Advance((await Keys.TriesAsync()).Wait);
            Assert.False(await Keys.UnlockAsync(Wrong, wipeAfter));
        }
    }
}

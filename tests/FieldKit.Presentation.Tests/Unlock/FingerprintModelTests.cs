using FieldKit.Device.Vault;
using FieldKit.Presentation.Unlock;
using FieldKit.TestKit;

namespace FieldKit.Presentation.Tests.Unlock;

public sealed class FingerprintModelTests : IAsyncLifetime
{
    private readonly LinkableDevice linkable = new();
    private readonly PlayedFingerprint owner;
    private readonly UnlockModel vault;
    private readonly FingerprintModel model;

    public FingerprintModelTests()
    {
        owner = new(linkable.Device.Keys, linkable.Time);
        vault = new(linkable.Device.Keys, linkable.Wrong);
        model = new(owner, vault, linkable.Wrong);
    }

    public Task InitializeAsync() => linkable.Device.EnrolAsync(linkable.Point);

    public Task DisposeAsync()
    {
        linkable.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_device_that_cannot_is_not_offered_it()
    {
        owner.State = FingerprintState.Impossible;
        await model.ReadAsync();

        Assert.Equal((FingerprintState.Impossible, false), (model.State, model.IsOn));
    }

    [Fact]
    public async Task It_is_turned_on_with_the_pin_and_a_wrong_one_counts_as_anywhere()
    {
        Assert.False(await model.TurnOnAsync(" ", "FieldKit"));
        Assert.Equal("unlock.empty", model.Complaint);
        Assert.False(await model.TurnOnAsync("999111", "FieldKit"));
        Assert.Equal(("unlock.wrong", 1, false), (model.Complaint, linkable.Wrong.Count, model.IsOn));

        Assert.True(await model.TurnOnAsync(NativeDevice.Pin, "FieldKit"));

        Assert.Equal((null, null, true), (model.Complaint, model.Problem, model.IsOn));
        await model.TurnOffAsync();
        Assert.False(model.IsOn);
    }

    [Fact]
    public async Task It_opens_the_vault_also_while_wrong_pins_wait()
    {
        await model.TurnOnAsync(NativeDevice.Pin, "FieldKit");
        await vault.LockAsync();
        for (var tries = 0; tries < 3; tries++)
        {
            await vault.SubmitAsync("999111");
        }

        Assert.True(linkable.Wrong.IsWaiting);
        Assert.True(await model.UnlockAsync());

        Assert.Equal((true, 0, null), (vault.IsOpen, linkable.Wrong.Count, vault.Complaint));
    }

    [Fact]
    public async Task Turned_away_nothing_opens_and_the_pin_does_as_before()
    {
        await model.TurnOnAsync(NativeDevice.Pin, "FieldKit");
        await vault.LockAsync();
        owner.Recognises = false;

        Assert.False(await model.UnlockAsync());
        Assert.Equal(("fingerprint.left", false), (model.Problem, vault.IsOpen));

        Assert.True(await vault.SubmitAsync(NativeDevice.Pin));
    }

    [Fact]
    public async Task A_device_that_fails_in_its_own_way_is_told_in_ours()
    {
        await model.TurnOnAsync(NativeDevice.Pin, "FieldKit");
        await vault.LockAsync();
        owner.Breaks = true;

        Assert.False(await model.UnlockAsync());

        Assert.Equal(("fingerprint.impossible", false), (model.Problem, vault.IsOpen));
    }

    /// <summary>Keeps the PIN in place of a second wrapping: these tests are about what the model says.</summary>
    private sealed class PlayedFingerprint(IDeviceKeys keys, ManualTimeProvider time) : IFingerprint
    {
        private string pin = "";

        public FingerprintState State { get; set; } = FingerprintState.Off;

        public bool Recognises { get; set; } = true;

        public bool Breaks { get; set; }

        public ValueTask<FingerprintState> StateAsync() => new(State);

        public async ValueTask<FingerprintAnswer> TurnOnAsync(string given, string name, int wipeAfter = WrongTries.UsualLimit)
        {
            if (!await keys.UnlockAsync(given, wipeAfter))
            {
                return FingerprintAnswer.WrongPin;
            }

            (pin, State) = (given, FingerprintState.On);
            return FingerprintAnswer.Done;
        }

        public ValueTask TurnOffAsync()
        {
            State = FingerprintState.Off;
            return default;
        }

        public async ValueTask<FingerprintAnswer> UnlockAsync()
        {
            if (Breaks)
            {
                throw new InvalidOperationException("InvalidStateError");
            }

            if (!Recognises)
            {
                return FingerprintAnswer.Left;
            }

            // A fingerprint does not wait for wrong PINs.
            time.Advance((await keys.TriesAsync()).Wait);
            return await keys.UnlockAsync(pin) ? FingerprintAnswer.Done : FingerprintAnswer.WrongPin;
        }
    }
}

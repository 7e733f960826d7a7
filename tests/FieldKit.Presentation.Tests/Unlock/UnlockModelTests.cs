using FieldKit.Presentation.Unlock;
using FieldKit.TestKit;

namespace FieldKit.Presentation.Tests.Unlock;

public sealed class UnlockModelTests : IDisposable
{
    private readonly LinkableDevice linkable = new();
    private readonly UnlockModel model;

    public UnlockModelTests() => model = new(linkable.Device.Keys, linkable.Wrong);

    public void Dispose() => linkable.Dispose();

    [Fact]
    public async Task A_device_that_was_never_linked_has_nothing_to_unlock()
    {
        await model.OpenAsync();

        Assert.False(model.HasVault);
    }

    [Fact]
    public async Task The_pin_opens_and_one_that_is_wrong_says_so_and_erases_nothing()
    {
        await linkable.Device.EnrolAsync(linkable.Point);
        await linkable.Device.WriteAndSealAsync();
        await model.LockAsync();

        Assert.False(await model.SubmitAsync("999111"));
        Assert.Equal(("unlock.wrong", false), (model.Complaint, model.IsOpen));
        Assert.False(await model.SubmitAsync(""));
        Assert.Equal("unlock.empty", model.Complaint);

        // A telephone that completes words adds a space.
        Assert.True(await model.SubmitAsync($"{NativeDevice.Pin} "));
        Assert.Null(model.Complaint);
        Assert.Single(await linkable.Device.Signals.ListAsync());
    }
}

using FieldKit.Device.Contacts;
using FieldKit.Device.Enrolment;
using FieldKit.Device.Store;
using FieldKit.Device.Sync;
using FieldKit.Device.Vault;
using FieldKit.Protocol;
using FieldKit.TestKit;

namespace FieldKit.Device.Tests.Contacts;

public sealed class OwnContactsTests : DeviceTest
{
    private static readonly OwnContact Colleague = new("T08", "teamleider", "030-1234567", "team@voorbeeld.nl", "op maandag");

    private OwnContacts Own => new(Device.Store, Time);

    [Fact]
    public async Task Kept_without_a_code_they_are_there_after_a_restart_and_the_pin()
    {
        await Device.Keys.CreateAsync(NativeDevice.Pin);
        await Own.SaveAsync(Colleague);

        await Restart().Keys.UnlockAsync(NativeDevice.Pin);

        Assert.Equal(Colleague with { Version = 1 }, await Own.ReadAsync("T08"));
    }

    [Fact]
    public async Task Locked_nothing_is_listed_read_saved_or_removed()
    {
        await Device.Keys.CreateAsync(NativeDevice.Pin);
        await Own.SaveAsync(Colleague);
        Device.Keys.Lock();

        await Assert.ThrowsAsync<VaultLockedException>(() => Own.ListAsync().AsTask());
        await Assert.ThrowsAsync<VaultLockedException>(() => Own.ReadAsync("T08").AsTask());
        await Assert.ThrowsAsync<VaultLockedException>(() => Own.SaveAsync(Colleague with { Version = 1 }).AsTask());
        await Assert.ThrowsAsync<VaultLockedException>(() => Own.RemoveAsync("T08").AsTask());
    }

    [Fact]
    public async Task They_are_listed_by_name()
    {
        await Device.Keys.CreateAsync(NativeDevice.Pin);
        foreach (var name in (string[])["wijkagent", "Conciërge", "mentor"])
        {
            await Own.SaveAsync(Colleague with { Id = Own.NewId(), Name = name });
        }

        Assert.Equal(["Conciërge", "mentor", "wijkagent"], (await Own.ListAsync()).Select(contact => contact.Name));
    }

    [Fact]
    public async Task One_changed_in_another_tab_is_not_overwritten()
    {
        await Device.Keys.CreateAsync(NativeDevice.Pin);
        var mine = await Own.SaveAsync(Colleague);
        await Own.SaveAsync(mine with { Phone = "030-7654321" });

        await Assert.ThrowsAsync<StaleRecordException>(() => Own.SaveAsync(mine with { Note = "oud" }).AsTask());

        Assert.Equal("030-7654321", (await Own.ReadAsync("T08"))!.Phone);
    }

    [Fact]
    public async Task Removed_it_is_gone_and_can_be_put_back()
    {
        await Device.Keys.CreateAsync(NativeDevice.Pin);
        await Own.SaveAsync(Colleague);

        var removed = await Own.RemoveAsync("T08");
        Assert.Empty(await Own.ListAsync());
        Assert.Null(await Own.RemoveAsync("T08"));

        await Own.SaveAsync(removed!);
        Assert.Equal(Colleague with { Version = 1 }, await Own.ReadAsync("T08"));
    }

    [Fact]
    public async Task Wiping_removes_them()
    {
        await Device.Keys.CreateAsync(NativeDevice.Pin);
        await Own.SaveAsync(Colleague);

        await new Wipe(Device.Records, Device.Keys).RunAsync();

        Assert.Empty(await Device.Records.ListAsync("own-contacts"));
    }

    [Fact]
    public async Task What_is_filled_in_is_nowhere_on_the_disk()
    {
        await Device.Keys.CreateAsync(NativeDevice.Pin);
        await Own.SaveAsync(Colleague with { Note = "kanarie-bij-de-collega-9C2E" });

        Assert.True(BytesOnDisk().AsSpan().IndexOf("kanarie-bij-de-collega-9C2E"u8) < 0);
        Assert.True(BytesOnDisk().AsSpan().IndexOf("030-1234567"u8) < 0);
    }

    [Fact]
    public async Task Linking_the_device_later_keeps_them_under_the_same_pin()
    {
        await Device.Keys.CreateAsync(NativeDevice.Pin);
        await Own.SaveAsync(Colleague);
        Device.Keys.Lock();

        Assert.Equal(EnrolmentRefusals.PinWrong, (await Device.Enrolment.EnrolAsync(Point.NewCode(), "135790")).Refusal);
        Assert.True((await Device.Enrolment.EnrolAsync(Point.NewCode(), NativeDevice.Pin)).IsDone);

        Assert.NotNull(await Own.ReadAsync("T08"));
    }

    [Fact]
    public async Task A_code_refused_after_an_unfinished_try_does_not_cost_them()
    {
        // The first try makes the keys, and gets no answer; then a number is kept under them.
        var code = Point.NewCode();
        Point.BeforeEnrolment = () => throw new ReportingPointUnreachableException();
        await Device.Enrolment.EnrolAsync(code, NativeDevice.Pin);
        await Own.SaveAsync(Colleague);

        Point.BeforeEnrolment = () => throw new ReportingPointRefusedException(Refusals.EnrolmentCodeExpired);
        await Device.Enrolment.EnrolAsync(code, NativeDevice.Pin);

        Assert.True(await Restart().Keys.UnlockAsync(NativeDevice.Pin));
        Assert.NotNull(await Own.ReadAsync("T08"));
    }
}

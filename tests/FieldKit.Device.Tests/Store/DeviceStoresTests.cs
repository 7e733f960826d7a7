using FieldKit.Device.Store;
using FieldKit.Domain.Municipalities;

namespace FieldKit.Device.Tests.Store;

public sealed class DeviceStoresTests
{
    [Fact]
    public void A_record_has_no_place_in_a_store_that_is_not_named() =>
        Assert.Contains("DeviceStores", Assert.Throws<ArgumentException>(() => new RecordKey("photos", "1")).Message, StringComparison.Ordinal);

    [Fact]
    public void Each_name_is_there_once() =>
        Assert.Equal(DeviceStores.All.Count, DeviceStores.All.Select(store => store.Name).Distinct().Count());

    [Fact]
    public void Every_name_says_whose_it_is()
    {
        var names = typeof(DeviceStores).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);
        Assert.Equal(names.Order(), DeviceStores.All.Select(store => store.Name).Order());
    }

    [Fact]
    public void Only_what_delivers_what_is_public_and_the_keys_stay() =>
        Assert.Equal(
            ["carried", "carried-refused", "content", "content-parts", "enrolment", "envelopes", "forms", "keys", "marks", "outbox", "receipts", "sync", "sync-log"],
            DeviceStores.All.Where(store => store.Belongs is null).Select(store => store.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Everything_that_can_be_cleared_has_a_store() =>
        Assert.All(Enum.GetValues<DeviceBelonging>(), belonging => Assert.Contains(DeviceStores.All, store => store.Belongs == belonging));
}

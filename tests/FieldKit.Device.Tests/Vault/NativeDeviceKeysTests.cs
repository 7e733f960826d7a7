using FieldKit.Crypto;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;
using FieldKit.TestKit;

namespace FieldKit.Device.Tests.Vault;

public sealed class NativeDeviceKeysTests : DeviceTest
{
    private static readonly byte[] Text = "tekst"u8.ToArray();

    [Fact]
    public async Task A_wrong_pin_leaves_the_vault_shut()
    {
        await Device.Keys.CreateAsync(NativeDevice.Pin);
        var keys = Restart().Keys;
        Assert.True(await keys.ExistAsync());
        Assert.False(await keys.UnlockAsync("000000"));
        Assert.False(keys.IsOpen);
        await Assert.ThrowsAsync<VaultLockedException>(() => keys.EncryptAsync(KeyTier.Vault, Text, []).AsTask());
        Assert.True(await keys.UnlockAsync(NativeDevice.Pin));
        Assert.True(keys.IsOpen);
    }

    [Fact]
    public async Task A_wrong_pin_does_not_shut_an_open_vault()
    {
        await Device.Keys.CreateAsync(NativeDevice.Pin);
        Assert.False(await Device.Keys.UnlockAsync("000000"));
        Assert.True(Device.Keys.IsOpen);
    }

    [Fact]
    public async Task Locked_it_neither_reads_nor_writes_nor_seals()
    {
        await Device.Keys.CreateAsync(NativeDevice.Pin);
        var kept = await Device.Keys.EncryptAsync(KeyTier.Vault, Text, []);
        var reader = await Device.Keys.PublicKeyAsync();
        Device.Keys.Lock();
        await Assert.ThrowsAsync<VaultLockedException>(() => Device.Keys.DecryptAsync(KeyTier.Vault, kept, []).AsTask());
        await Assert.ThrowsAsync<VaultLockedException>(async () => await Device.Keys.SealAsync(reader, "", [], Text));
        await Assert.ThrowsAsync<VaultLockedException>(async () => await Device.Keys.OpenAsync(reader, "", [], kept));
    }

    [Fact]
    public async Task The_device_tier_and_the_public_key_need_no_pin()
    {
        await Device.Keys.CreateAsync(NativeDevice.Pin);
        var publicKey = await Device.Keys.PublicKeyAsync();
        var kept = await Device.Keys.EncryptAsync(KeyTier.Device, Text, [1]);
        var keys = Restart().Keys;
        Assert.Equal(Text, await keys.DecryptAsync(KeyTier.Device, kept, [1]));
        Assert.Equal(publicKey, await keys.PublicKeyAsync());
    }

    [Fact]
    public async Task Keys_are_made_once()
    {
        await Device.Keys.CreateAsync(NativeDevice.Pin);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Device.Keys.CreateAsync("111111").AsTask());
    }

    [Fact]
    public async Task After_a_wipe_the_vault_is_gone_and_the_device_tier_stays()
    {
        await Device.Keys.CreateAsync(NativeDevice.Pin);
        var vault = await Device.Keys.EncryptAsync(KeyTier.Vault, Text, []);
        var device = await Device.Keys.EncryptAsync(KeyTier.Device, Text, []);
        await Device.Keys.WipeAsync();
        Assert.False(await Device.Keys.UnlockAsync(NativeDevice.Pin));
        Assert.Equal(Text, await Device.Keys.DecryptAsync(KeyTier.Device, device, []));
        await Device.Keys.CreateAsync(NativeDevice.Pin);
        await Assert.ThrowsAsync<SealBrokenException>(() => Device.Keys.DecryptAsync(KeyTier.Vault, vault, []).AsTask());
    }

    [Fact]
    public async Task A_record_put_in_anothers_place_does_not_open()
    {
        await Device.Keys.CreateAsync(NativeDevice.Pin);
        RecordKey first = new("drafts", "a"), second = new("drafts", "b");
        await Device.Store.CommitAsync([new(first, 0, KeyTier.Vault, Text)]);
        var bytes = (await Device.Records.ReadAsync(first))!.Bytes;
        await Device.Records.CommitAsync([new(second, 0, bytes)]);
        await Assert.ThrowsAsync<SealBrokenException>(() => Device.Store.ReadAsync(second, KeyTier.Vault).AsTask());
    }

    [Fact]
    public async Task A_records_past_does_not_stand_in_for_its_present()
    {
        await Device.Keys.CreateAsync(NativeDevice.Pin);
        RecordKey key = new("drafts", "a");
        await Device.Store.CommitAsync([new(key, 0, KeyTier.Vault, Text)]);
        var past = (await Device.Records.ReadAsync(key))!.Bytes;
        await Device.Records.CommitAsync([new(key, 1, past)]);
        await Assert.ThrowsAsync<SealBrokenException>(() => Device.Store.ReadAsync(key, KeyTier.Vault).AsTask());
    }
}

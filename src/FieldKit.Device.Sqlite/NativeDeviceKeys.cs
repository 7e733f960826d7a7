using System.Security.Cryptography;
using FieldKit.Crypto;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;

namespace FieldKit.Device.Sqlite;

/// <summary>
/// The device's keys on a native host, kept in the record store "keys". The vault's keys are wrapped twice: under the PIN,
/// and under the device tier's key. That one lies beside them, guarded by the file's permissions only: a native head
/// that ships to people puts it in the system's key store.
/// </summary>
/// <param name="iterations">PBKDF2 rounds for a new PIN; stored beside the wrapped keys. What was wrapped with fewer is wrapped anew when it opens.</param>
public sealed class NativeDeviceKeys(IRecordStore store, TimeProvider time, int iterations = PassphraseKey.DefaultIterations) : IDeviceKeys, IDisposable
{
    private static readonly RecordKey DeviceTierKey = new(DeviceStores.Keys, "device");
    private static readonly RecordKey VaultKey = new(DeviceStores.Keys, "vault");
    private readonly TryCount tries = new(store, time);
    private byte[]? deviceTier;
    private AeadKey? deviceCipher;
    private OpenVault? open;
    private (byte[] PublicKey, VerifyingKey? Key) verifying = ([], null);

    public bool IsOpen => open is not null;

    public async ValueTask<bool> ExistAsync() => await store.ReadAsync(VaultKey) is not null;

    public async ValueTask CreateAsync(string pin)
    {
        if (await ExistAsync())
        {
            throw new InvalidOperationException("There are keys already.");
        }

        var made = new OpenVault(RandomNumberGenerator.GetBytes(Aead.KeyBytes), KeyPair.Generate());
        var wrapped = WrappedVault.Wrap(made, pin, iterations, await DeviceTierAsync());
        await store.CommitAsync([new(VaultKey, 0, wrapped.ToBytes()), .. await tries.ForgettingAsync()]);
        open = made;
    }

    public async ValueTask<bool> UnlockAsync(string pin, int wipeAfter = WrongTries.UsualLimit)
    {
        if (await store.ReadAsync(VaultKey) is not { } record)
        {
            return false;
        }

        var count = await tries.BeginAsync(wipeAfter);
        var wrapped = WrappedVault.FromBytes(record.Bytes);
        OpenVault opened;
        try
        {
            opened = wrapped.Unwrap(pin, await DeviceTierAsync());
        }
        catch (SealBrokenException)
        {
            if (count >= wipeAfter)
            {
                await EraseAsync(record);
            }

            return false;
        }

        Lock();
        open = opened;
        await SettleAsync(record, wrapped.Iterations < iterations ? WrappedVault.Wrap(opened, pin, iterations, await DeviceTierAsync()) : null);
        return true;
    }

    public ValueTask<WrongTries> TriesAsync() => tries.ReadAsync();

    public void Lock()
    {
        open?.Dispose();
        open = null;
    }

    public async ValueTask<byte[]> PublicKeyAsync() => await store.ReadAsync(VaultKey) is { } record
        ? WrappedVault.FromBytes(record.Bytes).PublicKey
        : throw new InvalidOperationException("There are no keys yet.");

    public async ValueTask<byte[]> EncryptAsync(KeyTier tier, byte[] plaintext, byte[] aad) =>
        tier == KeyTier.Vault ? Aead.Encrypt(Opened().DataKey, plaintext, aad) : (await DeviceCipherAsync()).Encrypt(plaintext, aad);

    public async ValueTask<byte[]> DecryptAsync(KeyTier tier, byte[] bytes, byte[] aad) =>
        tier == KeyTier.Vault ? Aead.Decrypt(Opened().DataKey, bytes, aad) : (await DeviceCipherAsync()).Decrypt(bytes, aad);

    public ValueTask<byte[]> SealAsync(byte[] readerPublicKey, string info, byte[] aad, byte[] plaintext) =>
        new(Hpke.Seal(Opened().Pair, readerPublicKey, info, aad, plaintext));

    public ValueTask<byte[]> OpenAsync(byte[] senderPublicKey, string info, byte[] aad, byte[] sealedBytes) =>
        new(Hpke.Open(Opened().Pair, senderPublicKey, info, aad, sealedBytes));

    public ValueTask<bool> VerifyAsync(byte[] publicKey, byte[] statement, byte[] signature) =>
        new(Verifying(publicKey)?.IsSigned(statement, signature) ?? false);

    public async ValueTask WipeAsync()
    {
        Lock();
        if (await store.ReadAsync(VaultKey) is { } record)
        {
            await store.CommitAsync([new(VaultKey, record.Version, null), .. await tries.ForgettingAsync()]);
        }
    }

    public void Dispose()
    {
        Lock();
        deviceCipher?.Dispose();
        verifying.Key?.Dispose();
    }

    /// <summary>The count goes back to nothing, together with the stronger wrapping where there is one. Neither keeps the vault shut.</summary>
    private async ValueTask SettleAsync(StoredRecord before, WrappedVault? stronger)
    {
        try
        {
            IReadOnlyList<RecordChange> rewrapped = stronger is null ? [] : [new(VaultKey, before.Version, stronger.ToBytes())];
            await store.CommitAsync([.. rewrapped, .. await tries.ForgettingAsync()]);
        }
        catch (Exception failure) when (failure is StaleRecordException or StoreFullException)
        {
            // Another process was first, or the disk is full: what lies there still opens, and the next time settles it.
        }
    }

    private async ValueTask EraseAsync(StoredRecord before)
    {
        try
        {
            await store.CommitAsync([new(VaultKey, before.Version, null), await tries.ErasedAsync()]);
            Lock();
        }
        catch (StaleRecordException)
        {
            // The right PIN came from elsewhere at the same moment: those keys stay.
        }
    }

    /// <summary>A device has one reporting point, and verifies with its key at every exchange.</summary>
    private VerifyingKey? Verifying(byte[] publicKey)
    {
        if (!publicKey.AsSpan().SequenceEqual(verifying.PublicKey))
        {
            verifying.Key?.Dispose();
            verifying = ([.. publicKey], VerifyingKey.TryImport(publicKey));
        }

        return verifying.Key;
    }

    private OpenVault Opened() => open ?? throw new VaultLockedException();

    private async ValueTask<AeadKey> DeviceCipherAsync() => deviceCipher ??= new(await DeviceTierAsync());

    private async ValueTask<byte[]> DeviceTierAsync()
    {
        if (deviceTier is not null)
        {
            return deviceTier;
        }

        if (await store.ReadAsync(DeviceTierKey) is { } record)
        {
            return deviceTier = record.Bytes;
        }

        var fresh = RandomNumberGenerator.GetBytes(Aead.KeyBytes);
        try
        {
            await store.CommitAsync([new(DeviceTierKey, 0, fresh)]);
        }
        catch (StaleRecordException)
        {
            // Another process made it first; that one counts.
            fresh = (await store.ReadAsync(DeviceTierKey))!.Bytes;
        }

        return deviceTier = fresh;
    }
}

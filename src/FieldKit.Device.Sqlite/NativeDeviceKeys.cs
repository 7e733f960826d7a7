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
/// <param name="iterations">PBKDF2 rounds for a new PIN; stored beside the wrapped keys.</param>
public sealed class NativeDeviceKeys(IRecordStore store, int iterations = PassphraseKey.DefaultIterations) : IDeviceKeys, IDisposable
{
    private static readonly RecordKey DeviceTierKey = new("keys", "device");
    private static readonly RecordKey VaultKey = new("keys", "vault");
    private byte[]? deviceTier;
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
        await store.CommitAsync([new(VaultKey, 0, wrapped.ToBytes())]);
        open = made;
    }

    public async ValueTask<bool> UnlockAsync(string pin)
    {
        if (await store.ReadAsync(VaultKey) is not { } record)
        {
            return false;
        }

        try
        {
            var opened = WrappedVault.FromBytes(record.Bytes).Unwrap(pin, await DeviceTierAsync());
            Lock();
            open = opened;
            return true;
        }
        catch (SealBrokenException)
        {
            return false;
        }
    }

    public void Lock()
    {
        open?.Dispose();
        open = null;
    }

    public async ValueTask<byte[]> PublicKeyAsync() => await store.ReadAsync(VaultKey) is { } record
        ? WrappedVault.FromBytes(record.Bytes).PublicKey
        : throw new InvalidOperationException("There are no keys yet.");

    public async ValueTask<byte[]> EncryptAsync(KeyTier tier, byte[] plaintext, byte[] aad) =>
        Aead.Encrypt(await KeyOfAsync(tier), plaintext, aad);

    public async ValueTask<byte[]> DecryptAsync(KeyTier tier, byte[] bytes, byte[] aad) =>
        Aead.Decrypt(await KeyOfAsync(tier), bytes, aad);

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
            await store.CommitAsync([new(VaultKey, record.Version, null)]);
        }
    }

    public void Dispose()
    {
        Lock();
        verifying.Key?.Dispose();
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

    private async ValueTask<byte[]> KeyOfAsync(KeyTier tier) => tier == KeyTier.Vault ? Opened().DataKey : await DeviceTierAsync();

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

using System.Runtime.Versioning;
using FieldKit.Device.Vault;

namespace FieldKit.App.Browser;

/// <summary>The device's keys in WebCrypto: they never enter .NET.</summary>
[SupportedOSPlatform("browser")]
internal sealed class BrowserDeviceKeys(TimeProvider time) : IDeviceKeys
{
    public bool IsOpen { get; private set; }

    /// <summary>By fingerprint or face.</summary>
    public void HasOpened() => IsOpen = true;

    public async ValueTask<bool> ExistAsync()
    {
        await DeviceModule.LoadAsync();
        return await DeviceModule.KeysExistAsync();
    }

    public async ValueTask CreateAsync(string pin)
    {
        await DeviceModule.LoadAsync();
        IsOpen = await DeviceModule.KeysCreateAsync(pin)
            ? true
            : throw new InvalidOperationException("There are keys already.");
    }

    public async ValueTask<bool> UnlockAsync(string pin, int wipeAfter = WrongTries.UsualLimit)
    {
        await DeviceModule.LoadAsync();
        switch (await DeviceModule.KeysUnlockAsync(pin, TryRule.Json(time, wipeAfter)))
        {
            case "open":
                return IsOpen = true;
            case "too-soon":
                throw new TooSoonException();
            default:
                return false;
        }
    }

    public async ValueTask<WrongTries> TriesAsync()
    {
        await DeviceModule.LoadAsync();
        using var answer = await DeviceModule.KeysTriesAsync(TryRule.Json(time, WrongTries.UsualLimit));
        return new(
            answer.GetPropertyAsInt32("count"), TimeSpan.FromMilliseconds(answer.GetPropertyAsDouble("wait")), answer.GetPropertyAsBoolean("erased"));
    }

    public void Lock()
    {
        // Not open means that the module may not even be loaded: there is nothing to shut.
        if (IsOpen)
        {
            DeviceModule.KeysLock();
            IsOpen = false;
        }
    }

    public async ValueTask<byte[]> PublicKeyAsync()
    {
        await DeviceModule.LoadAsync();
        return DeviceModule.Bytes(await DeviceModule.KeysPublicKeyAsync());
    }

    public async ValueTask<byte[]> EncryptAsync(KeyTier tier, byte[] plaintext, byte[] aad)
    {
        await DeviceModule.LoadAsync();
        return DeviceModule.Bytes(await DeviceModule.EncryptAsync(DeviceModule.Tier(tier), plaintext, aad));
    }

    public async ValueTask<byte[]> DecryptAsync(KeyTier tier, byte[] bytes, byte[] aad)
    {
        await DeviceModule.LoadAsync();
        return DeviceModule.Bytes(await DeviceModule.DecryptAsync(DeviceModule.Tier(tier), bytes, aad));
    }

    public async ValueTask<byte[]> SealAsync(byte[] readerPublicKey, string info, byte[] aad, byte[] plaintext)
    {
        await DeviceModule.LoadAsync();
        return DeviceModule.Bytes(await DeviceModule.SealEnvelopeAsync(readerPublicKey, info, aad, plaintext));
    }

    public async ValueTask<byte[]> OpenAsync(byte[] senderPublicKey, string info, byte[] aad, byte[] sealedBytes)
    {
        await DeviceModule.LoadAsync();
        return DeviceModule.Bytes(await DeviceModule.OpenMessageAsync(senderPublicKey, info, aad, sealedBytes));
    }

    public async ValueTask<bool> VerifyAsync(byte[] publicKey, byte[] statement, byte[] signature)
    {
        await DeviceModule.LoadAsync();
        return await DeviceModule.VerifyAsync(publicKey, statement, signature);
    }

    public async ValueTask WipeAsync()
    {
        await DeviceModule.LoadAsync();
        await DeviceModule.KeysWipeAsync();
        IsOpen = false;
    }
}

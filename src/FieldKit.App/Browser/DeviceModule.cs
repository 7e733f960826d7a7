using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using FieldKit.Crypto;
using FieldKit.Device.Vault;

namespace FieldKit.App.Browser;

/// <summary>The calls of js/device.js as they are; what they mean is said there. Loaded on first use, never for the first screen.</summary>
[SupportedOSPlatform("browser")]
internal static partial class DeviceModule
{
    private const string Name = "device";
    private static Task? loading;

    public static Task LoadAsync() => loading ??= JSHost.ImportAsync(Name, "../js/device.js");

    /// <summary>Takes the bytes out of an answer.</summary>
    /// <exception cref="SealBrokenException"></exception>
    /// <exception cref="VaultLockedException"></exception>
    public static byte[] Bytes(JSObject answer)
    {
        using (answer)
        {
            return answer.GetPropertyAsString("refusal") switch
            {
                null => answer.GetPropertyAsByteArray("bytes")!,
                "seal-broken" => throw new SealBrokenException(),
                "vault-locked" => throw new VaultLockedException(),
                var other => throw new InvalidOperationException($"The device's keys answered '{other}'."),
            };
        }
    }

    public static string Tier(KeyTier tier) => tier == KeyTier.Vault ? "vault" : "device";

    [JSImport("storeRead", Name)]
    [return: JSMarshalAs<JSType.Promise<JSType.Object>>]
    public static partial Task<JSObject?> StoreReadAsync(string store, string id);

    [JSImport("storeList", Name)]
    [return: JSMarshalAs<JSType.Promise<JSType.Object>>]
    public static partial Task<JSObject> StoreListAsync(string store);

    [JSImport("storeReadAll", Name)]
    [return: JSMarshalAs<JSType.Promise<JSType.Object>>]
    public static partial Task<JSObject> StoreReadAllAsync(string store, string idsJson);

    [JSImport("storeCount", Name)]
    public static partial Task<int> StoreCountAsync(string store);

    [JSImport("storeCommit", Name)]
    public static partial Task<string> StoreCommitAsync(string changesJson, [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] bytes);

    [JSImport("readOpened", Name)]
    [return: JSMarshalAs<JSType.Promise<JSType.Object>>]
    public static partial Task<JSObject?> ReadOpenedAsync(string tier, string store, string id);

    [JSImport("listOpened", Name)]
    [return: JSMarshalAs<JSType.Promise<JSType.Object>>]
    public static partial Task<JSObject> ListOpenedAsync(string tier, string store);

    [JSImport("readAllOpened", Name)]
    [return: JSMarshalAs<JSType.Promise<JSType.Object>>]
    public static partial Task<JSObject> ReadAllOpenedAsync(string tier, string store, string idsJson);

    [JSImport("encryptAndCommit", Name)]
    public static partial Task<string> EncryptAndCommitAsync(string changesJson, [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] bytes);

    [JSImport("keysExist", Name)]
    public static partial Task<bool> KeysExistAsync();

    [JSImport("keysCreate", Name)]
    public static partial Task<bool> KeysCreateAsync(string pin);

    [JSImport("keysUnlock", Name)]
    public static partial Task<string> KeysUnlockAsync(string pin, string rule);

    [JSImport("keysTries", Name)]
    [return: JSMarshalAs<JSType.Promise<JSType.Object>>]
    public static partial Task<JSObject> KeysTriesAsync(string rule);

    [JSImport("fingerprintState", Name)]
    public static partial Task<string> FingerprintStateAsync();

    [JSImport("fingerprintOn", Name)]
    public static partial Task<string> FingerprintOnAsync(string pin, string rule, string name);

    [JSImport("fingerprintOff", Name)]
    public static partial Task<bool> FingerprintOffAsync();

    [JSImport("fingerprintUnlock", Name)]
    public static partial Task<string> FingerprintUnlockAsync();

    [JSImport("keysLock", Name)]
    public static partial void KeysLock();

    [JSImport("keysWipe", Name)]
    public static partial Task KeysWipeAsync();

    [JSImport("keysPublicKey", Name)]
    [return: JSMarshalAs<JSType.Promise<JSType.Object>>]
    public static partial Task<JSObject> KeysPublicKeyAsync();

    [JSImport("encrypt", Name)]
    [return: JSMarshalAs<JSType.Promise<JSType.Object>>]
    public static partial Task<JSObject> EncryptAsync(
        string tier, [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] plaintext, [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] aad);

    [JSImport("decrypt", Name)]
    [return: JSMarshalAs<JSType.Promise<JSType.Object>>]
    public static partial Task<JSObject> DecryptAsync(
        string tier, [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] bytes, [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] aad);

    [JSImport("sealEnvelope", Name)]
    [return: JSMarshalAs<JSType.Promise<JSType.Object>>]
    public static partial Task<JSObject> SealEnvelopeAsync(
        [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] readerPublicKey,
        string info,
        [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] aad,
        [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] plaintext);

    [JSImport("openMessage", Name)]
    [return: JSMarshalAs<JSType.Promise<JSType.Object>>]
    public static partial Task<JSObject> OpenMessageAsync(
        [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] senderPublicKey,
        string info,
        [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] aad,
        [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] sealedBytes);

    [JSImport("verify", Name)]
    public static partial Task<bool> VerifyAsync(
        [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] publicKey,
        [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] statement,
        [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] signature);

    [JSImport("lockTake", Name)]
    public static partial Task<bool> LockTakeAsync(string name);

    [JSImport("lockGive", Name)]
    public static partial void LockGive(string name);

    [JSImport("wakeKeep", Name)]
    public static partial Task<bool> WakeKeepAsync();

    [JSImport("wakeLet", Name)]
    public static partial void WakeLet();

    [JSImport("share", Name)]
    public static partial Task<string> ShareAsync(string title, string text);

    [JSImport("storeFormat", Name)]
    public static partial Task<string> StoreFormatAsync();

    [JSImport("passphraseEncrypt", Name)]
    [return: JSMarshalAs<JSType.Promise<JSType.Object>>]
    public static partial Task<JSObject> PassphraseEncryptAsync(
        string passphrase,
        string kdf,
        int iterations,
        int memoryKiB,
        int parallelism,
        [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] salt,
        [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] plaintext,
        [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] aad);

    [JSImport("passphraseDecrypt", Name)]
    [return: JSMarshalAs<JSType.Promise<JSType.Object>>]
    public static partial Task<JSObject> PassphraseDecryptAsync(
        string passphrase,
        string kdf,
        int iterations,
        int memoryKiB,
        int parallelism,
        [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] salt,
        [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] bytes,
        [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] aad);

    [JSImport("fileSave", Name)]
    public static partial void FileSave(string name, [JSMarshalAs<JSType.Array<JSType.Number>>] byte[] bytes);

    [JSImport("filePick", Name)]
    [return: JSMarshalAs<JSType.Promise<JSType.Object>>]
    public static partial Task<JSObject?> FilePickAsync(int mostBytes);

    [JSImport("storageRoom", Name)]
    [return: JSMarshalAs<JSType.Promise<JSType.Object>>]
    public static partial Task<JSObject?> StorageRoomAsync();

    [JSImport("storageState", Name)]
    public static partial Task<string> StorageStateAsync();

    [JSImport("storageAsk", Name)]
    public static partial Task<bool> StorageAskAsync();

    [JSImport("installWay", Name)]
    public static partial string InstallWay();

    [JSImport("installAsk", Name)]
    public static partial Task<bool> InstallAskAsync();

    [JSImport("installWatch", Name)]
    public static partial void InstallWatch([JSMarshalAs<JSType.Function>] Action changed);

    [JSImport("release", Name)]
    public static partial Task<string> ReleaseAsync();

    [JSImport("releaseWatch", Name)]
    public static partial Task ReleaseWatchAsync([JSMarshalAs<JSType.Function>] Action ready, [JSMarshalAs<JSType.Function>] Action taken);

    [JSImport("releaseLook", Name)]
    public static partial Task ReleaseLookAsync();

    [JSImport("releaseTake", Name)]
    public static partial Task<bool> ReleaseTakeAsync();

    [JSImport("tabsWatch", Name)]
    public static partial void TabsWatch([JSMarshalAs<JSType.Function<JSType.String>>] Action<string> heard);

    [JSImport("tabsTell", Name)]
    public static partial void TabsTell(string word);
}

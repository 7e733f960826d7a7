namespace FieldKit.Device.Vault;

/// <summary>Port to the device's keys, which never leave it: FieldKit.Crypto natively, WebCrypto in the browser.</summary>
public interface IDeviceKeys
{
    bool IsOpen { get; }

    /// <summary>Whether there is a vault here, open or shut.</summary>
    ValueTask<bool> ExistAsync();

    /// <summary>Makes the vault's data key and the device's key pair, and opens the vault.</summary>
    /// <param name="pin">A PIN or a passphrase.</param>
    /// <exception cref="InvalidOperationException">Keys exist already.</exception>
    ValueTask CreateAsync(string pin);

    /// <summary>
    /// Counts the try before it is tried, so that ending the app in between gives no free one. The right PIN sets the count
    /// back, and stretches anew what was stretched less than is usual now. The last wrong one destroys the keys
    /// (<see cref="WrongTries.Erased"/>); what else goes is for <see cref="Wipe"/>.
    /// </summary>
    /// <param name="wipeAfter">So many wrong ones in a row are the last: the municipality's policy.</param>
    /// <returns>False: wrong, or there is no vault.</returns>
    /// <exception cref="TooSoonException">One has to wait first; nothing was tried or counted.</exception>
    ValueTask<bool> UnlockAsync(string pin, int wipeAfter = WrongTries.UsualLimit);

    /// <summary>The wrong tries since the last right one, in every tab and before every restart. Works while locked.</summary>
    ValueTask<WrongTries> TriesAsync();

    void Lock();

    /// <summary>P-256 point, 65 bytes uncompressed. Works while locked.</summary>
    ValueTask<byte[]> PublicKeyAsync();

    /// <exception cref="VaultLockedException"></exception>
    ValueTask<byte[]> EncryptAsync(KeyTier tier, byte[] plaintext, byte[] aad);

    /// <exception cref="VaultLockedException"></exception>
    /// <exception cref="Crypto.SealBrokenException">Altered, moved or another key's.</exception>
    ValueTask<byte[]> DecryptAsync(KeyTier tier, byte[] bytes, byte[] aad);

    /// <summary>HPKE auth mode with the device's own key as sender.</summary>
    /// <exception cref="VaultLockedException"></exception>
    ValueTask<byte[]> SealAsync(byte[] readerPublicKey, string info, byte[] aad, byte[] plaintext);

    /// <summary>HPKE auth mode with the device's own key as reader.</summary>
    /// <exception cref="VaultLockedException"></exception>
    /// <exception cref="Crypto.SealBrokenException">Not from this sender, not for this device, or altered.</exception>
    ValueTask<byte[]> OpenAsync(byte[] senderPublicKey, string info, byte[] aad, byte[] sealedBytes);

    /// <summary>ECDSA P-256 with SHA-256, 64-byte signature. Works while locked; anything malformed is false.</summary>
    ValueTask<bool> VerifyAsync(byte[] publicKey, byte[] statement, byte[] signature);

    /// <summary>Destroys the vault's key and the device's key pair; the device tier's key stays, so that the outbox is still delivered.</summary>
    ValueTask WipeAsync();
}

using FieldKit.Protocol;

namespace FieldKit.Desk.Keys;

/// <summary>
/// The keys of the desk: in memory only, between unlock and lock. In the browser WebCrypto behind desk.js;
/// what does not open throws <see cref="FieldKit.Crypto.SealBrokenException"/>, a missing or closed key
/// <see cref="FieldKit.Desk.Server.DeskRefusedException"/>.
/// </summary>
public interface IDeskKeys
{
    /// <returns>False when the passphrase is not the one that wrapped the key.</returns>
    ValueTask<bool> UnlockAsync(StaffSession staff, StaffKeyring keyring, string passphrase);

    /// <summary>A new key of one's own: whoever begins at the desk. Its passphrase and its private half stay here.</summary>
    ValueTask<WrappedStaffKey> MakeOwnKeyAsync(Guid staff, string passphrase);

    /// <summary>The epoch keys of one's keyring, for another member. The passphrase again: what is open cannot be taken out.</summary>
    /// <param name="reader">The public key of that member, whose fingerprint was compared.</param>
    /// <returns>Null when the passphrase is not the one that wrapped the key.</returns>
    ValueTask<IReadOnlyList<WrappedEpochKey>?> WrapAgainAsync(StaffSession staff, StaffKeyring keyring, string passphrase, byte[] reader);

    /// <summary>The key that comes after the present one. The passphrase again: what is open cannot be taken out to vouch with.</summary>
    /// <param name="readers">Public keys whose fingerprints were compared, one's own among them.</param>
    /// <returns>Null when the passphrase is not the one that wrapped the key.</returns>
    ValueTask<NewEpochKey?> TurnOverAsync(StaffSession staff, StaffKeyring keyring, string passphrase, IReadOnlyList<byte[]> readers);

    void Lock();

    ValueTask<byte[]> OpenSignalAsync(int epoch, byte[] devicePublicKey, byte[] associatedData, byte[] sealedBytes);

    /// <summary>Seals the same plaintext to the device and to the reporting point itself.</summary>
    ValueTask<SealedAnswer> SealAnswerAsync(int epoch, byte[] devicePublicKey, byte[] associatedData, byte[] plaintext);

    ValueTask<byte[]> OpenAnswerAsync(int epoch, byte[] associatedData, byte[] sealedBytes);

    /// <summary>Seals to the reporting point alone: why something was decided.</summary>
    ValueTask<byte[]> SealReasonAsync(int epoch, byte[] associatedData, byte[] plaintext);

    ValueTask<byte[]> OpenReasonAsync(int epoch, byte[] associatedData, byte[] sealedBytes);

    ValueTask<bool> VerifyAsync(byte[] publicKey, byte[] statement, byte[] signature);
}

public sealed record SealedAnswer(byte[] ForDevice, byte[] ForDesk);

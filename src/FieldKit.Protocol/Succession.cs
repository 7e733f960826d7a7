using System.Globalization;
using System.Text;

namespace FieldKit.Protocol;

/// <summary>
/// The key that came after another, for a device that pinned that other one. It takes both signatures: who runs the server cannot put a key
/// of their own in its place, and neither can somebody who once had the former key (docs/decisions/0019).
/// </summary>
/// <param name="Epoch">One more than the former.</param>
/// <param name="PublicKey">P-256 point, 65 bytes uncompressed.</param>
/// <param name="Vouched">Over <see cref="Statement"/> by the former epoch key: ECDSA, r || s, 64 bytes.</param>
/// <param name="Signed">Over the same by the reporting point's signing key.</param>
public sealed record NextEpoch(int Epoch, byte[] PublicKey, byte[] Vouched, byte[] Signed)
{
    /// <summary>UTF-8 lines: label, municipality, number, the former public key and the new one in base64.</summary>
    public static byte[] Statement(string municipality, int epoch, byte[] former, byte[] publicKey) =>
        Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"fieldkit-next-epoch-1\n{municipality}\n{epoch}\n{Convert.ToBase64String(former)}\n{Convert.ToBase64String(publicKey)}\n"));
}

/// <summary>The keys of a municipality, as the desk sees them.</summary>
/// <param name="Epochs">By number; the last is the one that is sealed to.</param>
/// <param name="Recovery">Public key of the recovery key: P-256 point, 65 bytes uncompressed. Null where none was made.</param>
public sealed record EpochKeys(IReadOnlyList<EpochItem> Epochs, byte[]? Recovery);

/// <param name="PublicKey">P-256 point, 65 bytes uncompressed.</param>
/// <param name="Since">Null where that is not known: of a first key.</param>
public sealed record EpochItem(int Number, byte[] PublicKey, DateTimeOffset? Since);

/// <summary>A new epoch key, made in the browser of somebody who has the present one.</summary>
/// <param name="Epoch">One more than the present.</param>
/// <param name="Vouched">As in <see cref="NextEpoch"/>, by the present key.</param>
/// <param name="Access">For who turns the key over and for colleagues whose fingerprint was compared; the others get access later.</param>
/// <param name="Recovery">Null where there is no recovery key.</param>
/// <param name="Password">Of who asks, again.</param>
public sealed record SuccessionRequest(
    int Epoch, byte[] PublicKey, byte[] Vouched, IReadOnlyList<ReaderAccess> Access, RecoveryAccess? Recovery, string Password);

/// <param name="PublicKey">The member's own key that it was wrapped for.</param>
public sealed record ReaderAccess(Guid Member, byte[] PublicKey, WrappedEpochKey Key);

/// <param name="PublicKey">The recovery key that it was wrapped for.</param>
public sealed record RecoveryAccess(byte[] PublicKey, WrappedEpochKey Key);

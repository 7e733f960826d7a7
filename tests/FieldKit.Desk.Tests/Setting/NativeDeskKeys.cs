using FieldKit.Crypto;
using FieldKit.Desk.Keys;
using FieldKit.Protocol;

namespace FieldKit.Desk.Tests.Setting;

/// <summary>The desk's keys without a browser: the same seals, made natively.</summary>
internal sealed class NativeDeskKeys(KeyPair epoch, string passphrase = "goede wachtzin") : IDeskKeys
{
    public bool IsOpen { get; private set; }

    public ValueTask<bool> UnlockAsync(StaffSession staff, StaffKeyring keyring, string given) =>
        new(IsOpen = given == passphrase);

    public ValueTask<WrappedStaffKey> MakeOwnKeyAsync(Guid staff, string given)
    {
        using var own = KeyPair.Generate();
        return new(new WrappedStaffKey("argon2id", 3, 64 * 1024, new byte[16], Aead.Encrypt(new byte[32], own.ExportPkcs8(), KeyringHeader.OfStaffKey(staff)), own.PublicKey));
    }

    public ValueTask<IReadOnlyList<WrappedEpochKey>?> WrapAgainAsync(StaffSession staff, StaffKeyring keyring, string given, byte[] reader) =>
        new(given == passphrase
            ? [new(1, epoch.PublicKey, Hpke.Seal(epoch, reader, Hpke.EpochInfo, KeyringHeader.OfEpochKey(staff.Municipality, 1), epoch.ExportPkcs8()), ByEpoch: true)]
            : null);

    public ValueTask<NewEpochKey?> TurnOverAsync(StaffSession staff, StaffKeyring keyring, string given, IReadOnlyList<byte[]> readers)
    {
        if (given != passphrase)
        {
            return new((NewEpochKey?)null);
        }

        using var next = KeyPair.Generate();
        using var sign = SigningKey.Import(epoch.ExportPkcs8());
        return new(new NewEpochKey(
            2,
            next.PublicKey,
            sign.Sign(NextEpoch.Statement(staff.Municipality, 2, epoch.PublicKey, next.PublicKey)),
            [.. readers.Select(reader => new WrappedEpochKey(2, next.PublicKey, Hpke.Seal(next, reader, Hpke.EpochInfo, KeyringHeader.OfEpochKey(staff.Municipality, 2), next.ExportPkcs8()), ByEpoch: true))]));
    }

    public void Lock() => IsOpen = false;

    public ValueTask<byte[]> OpenSignalAsync(int number, byte[] devicePublicKey, byte[] associatedData, byte[] sealedBytes) =>
        new(Hpke.Open(epoch, devicePublicKey, Hpke.SignalInfo, associatedData, sealedBytes));

    public ValueTask<SealedAnswer> SealAnswerAsync(int number, byte[] devicePublicKey, byte[] associatedData, byte[] plaintext) =>
        new(new SealedAnswer(
            Hpke.Seal(epoch, devicePublicKey, Hpke.MessageInfo, associatedData, plaintext),
            Hpke.Seal(epoch, epoch.PublicKey, Hpke.MessageInfo, associatedData, plaintext)));

    public ValueTask<byte[]> OpenAnswerAsync(int number, byte[] associatedData, byte[] sealedBytes) =>
        new(Hpke.Open(epoch, epoch.PublicKey, Hpke.MessageInfo, associatedData, sealedBytes));

    public ValueTask<byte[]> SealReasonAsync(int number, byte[] associatedData, byte[] plaintext) =>
        new(Hpke.Seal(epoch, epoch.PublicKey, Hpke.DecisionInfo, associatedData, plaintext));

    public ValueTask<byte[]> OpenReasonAsync(int number, byte[] associatedData, byte[] sealedBytes) =>
        new(Hpke.Open(epoch, epoch.PublicKey, Hpke.DecisionInfo, associatedData, sealedBytes));

    public ValueTask<bool> VerifyAsync(byte[] publicKey, byte[] statement, byte[] signature) =>
        new(SigningKey.Verify(publicKey, statement, signature));
}

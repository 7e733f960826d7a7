using System.Security.Cryptography;
using FieldKit.Crypto;
using FieldKit.Protocol;

namespace FieldKit.Cli.Keys;

/// <summary>Makes a municipality's keys: an epoch key for its signals, wrapped for who begins and for a recovery key. No private key leaves unwrapped but the recovery key's.</summary>
internal sealed class KeyCeremony(string municipality) : IDisposable
{
    public const int FirstEpoch = 1;
    private const int SaltBytes = 16;
    private readonly KeyPair epoch = KeyPair.Generate();
    private readonly List<StaffSetup> staff = [];

    /// <summary>To be written on paper by the caller, and then forgotten: it opens every signal.</summary>
    public KeyPair Recovery { get; } = KeyPair.Generate();

    public ReportingPointSetup Setup => new(
        municipality, FirstEpoch, epoch.PublicKey, [.. staff],
        new RecoveryKeyring(Recovery.PublicKey, [Wrap(municipality, FirstEpoch, epoch, Recovery.PublicKey)]));

    /// <param name="passphrase">Opens the member's own key, and with it signals; null for who opens none.</param>
    public KeyCeremony Add(string name, string password, string? passphrase, params string[] roles)
    {
        using var own = KeyPair.Generate();
        var id = Guid.NewGuid();

        // Everybody has a key of their own; one that opens nothing needs no passphrase that somebody knows.
        var wrapped = WrapOwn(own, id, passphrase ?? RandomNumberGenerator.GetHexString(SaltBytes * 2));
        staff.Add(new(id, name, PasswordHash.Create(password), roles, new(wrapped, passphrase is null ? [] : [Wrap(municipality, FirstEpoch, epoch, own.PublicKey)])));
        return this;
    }

    /// <summary>An epoch key for one reader, who can tell that somebody wrapped it who has it.</summary>
    public static WrappedEpochKey Wrap(string municipality, int number, KeyPair epoch, byte[] reader)
    {
        var pkcs8 = epoch.ExportPkcs8();
        try
        {
            return new(number, epoch.PublicKey, Hpke.Seal(epoch, reader, Hpke.EpochInfo, KeyringHeader.OfEpochKey(municipality, number), pkcs8), ByEpoch: true);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(pkcs8);
        }
    }

    /// <exception cref="SealBrokenException">Wrapped for another key, or altered.</exception>
    public static KeyPair Unwrap(string municipality, WrappedEpochKey wrapped, KeyPair reader)
    {
        var pkcs8 = Hpke.Open(
            reader, wrapped.ByEpoch ? wrapped.PublicKey : reader.PublicKey, Hpke.EpochInfo, KeyringHeader.OfEpochKey(municipality, wrapped.Epoch), wrapped.Sealed);
        try
        {
            return KeyPair.Import(pkcs8);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(pkcs8);
        }
    }

    public void Dispose()
    {
        epoch.Dispose();
        Recovery.Dispose();
    }

    private static WrappedStaffKey WrapOwn(KeyPair own, Guid id, string passphrase)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var key = PassphraseKey.Derive(passphrase, salt, PassphraseKey.DefaultIterations);
        var pkcs8 = own.ExportPkcs8();
        try
        {
            var wrapped = Aead.Encrypt(key, pkcs8, KeyringHeader.OfStaffKey(id));
            return new(PassphraseKey.Kdf, PassphraseKey.DefaultIterations, 0, salt, wrapped, own.PublicKey);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
            CryptographicOperations.ZeroMemory(pkcs8);
        }
    }
}

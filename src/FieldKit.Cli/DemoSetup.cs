using System.Security.Cryptography;
using FieldKit.Crypto;
using FieldKit.Protocol;

namespace FieldKit.Cli;

/// <summary>Makes an epoch key, the staff who can use it, one or with a second weigher two, and an editor and an administrator who cannot. No private key leaves unwrapped.</summary>
internal static class DemoSetup
{
    private const int FirstEpoch = 1;
    private const int SaltBytes = 16;

    public static ReportingPointSetup Create(string municipality, DemoSecrets secrets)
    {
        using var epoch = KeyPair.Generate();
        using var own = KeyPair.Generate();
        var id = Guid.NewGuid();
        var staff = new StaffSetup(
            id,
            secrets.Name,
            PasswordHash.Create(secrets.Password),
            [StaffRoles.Screener, StaffRoles.Weigher, StaffRoles.Administrator],
            new StaffKeyring(WrapOwn(own, id, secrets.Passphrase), [WrapEpoch(epoch, own, municipality)]));
        return new(municipality, FirstEpoch, epoch.PublicKey, [staff, .. WeigherOf(secrets, epoch, municipality), .. WithoutKey(secrets.Editor, StaffRoles.Editor), .. WithoutKey(secrets.Administrator, StaffRoles.Administrator)]);
    }

    /// <returns>Nobody or one.</returns>
    private static IEnumerable<StaffSetup> WeigherOf(DemoSecrets secrets, KeyPair epoch, string municipality)
    {
        if (secrets.Weigher is not { } weigher)
        {
            yield break;
        }

        using var own = KeyPair.Generate();
        var id = Guid.NewGuid();
        yield return new(
            id, weigher.Name, PasswordHash.Create(weigher.Password), [StaffRoles.Weigher],
            new(WrapOwn(own, id, weigher.Passphrase), [WrapEpoch(epoch, own, municipality)]));
    }

    /// <returns>Nobody or one.</returns>
    private static IEnumerable<StaffSetup> WithoutKey(DemoColleague? colleague, string role)
    {
        if (colleague is null)
        {
            yield break;
        }

        using var own = KeyPair.Generate();
        var id = Guid.NewGuid();

        // Everybody has a key of their own; this one opens nothing, so nobody needs to know its passphrase.
        var passphrase = RandomNumberGenerator.GetHexString(SaltBytes * 2);
        yield return new(id, colleague.Name, PasswordHash.Create(colleague.Password), [role], new(WrapOwn(own, id, passphrase), []));
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

    private static WrappedEpochKey WrapEpoch(KeyPair epoch, KeyPair own, string municipality)
    {
        var pkcs8 = epoch.ExportPkcs8();
        try
        {
            var wrapped = Hpke.Seal(own, own.PublicKey, Hpke.EpochInfo, KeyringHeader.OfEpochKey(municipality, FirstEpoch), pkcs8);
            return new(FirstEpoch, epoch.PublicKey, wrapped);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(pkcs8);
        }
    }
}

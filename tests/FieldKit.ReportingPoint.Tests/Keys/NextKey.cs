using FieldKit.Cli.Keys;
using FieldKit.Crypto;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Keys;

/// <summary>Utrecht's key turned over, as the browser of who has the former key does it.</summary>
internal static class NextKey
{
    public static SuccessionRequest Asked(KeyPair key, int number, KeyPair former, params StaffSetup[] readers)
    {
        var recovery = Setups.Utrecht.Recovery!.PublicKey;
        return new(
            number, key.PublicKey, Vouch(former, number, key.PublicKey),
            [.. readers.Select(reader => new ReaderAccess(reader.Id, reader.Keyring.Own.PublicKey, KeyCeremony.Wrap("utrecht", number, key, reader.Keyring.Own.PublicKey)))],
            new(recovery, KeyCeremony.Wrap("utrecht", number, key, recovery)),
            Setups.UtrechtSecrets.Password);
    }

    public static byte[] Vouch(KeyPair former, int number, byte[] publicKey)
    {
        using var key = SigningKey.Import(former.ExportPkcs8());
        return key.Sign(NextEpoch.Statement("utrecht", number, former.PublicKey, publicKey));
    }
}

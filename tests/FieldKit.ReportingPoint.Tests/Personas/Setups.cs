using FieldKit.Cli;
using FieldKit.Cli.Keys;
using FieldKit.Crypto;
using FieldKit.Protocol;

namespace FieldKit.ReportingPoint.Tests.Personas;

/// <summary>What the command line makes for two municipalities; made once, for it is slow on purpose.</summary>
internal static class Setups
{
    public static readonly DemoSecrets UtrechtSecrets = new("screener", "wachtwoord-utrecht", "wachtzin-utrecht", Weigher: new("weger", "wachtwoord-weger", "wachtzin-weger"));
    public static readonly DemoSecrets ArnhemSecrets = new("screener-arnhem", "wachtwoord-arnhem", "wachtzin-arnhem");

    /// <summary>A screener who does not weigh.</summary>
    public const string ScreenerAlone = "screener-alone";

    private static readonly KeyCeremony Ceremony = new("utrecht");
    private static readonly Lazy<ReportingPointSetup> LazyUtrecht = new(() => WithEditor(DemoSetup.Create(Ceremony, UtrechtSecrets)));
    private static readonly Lazy<ReportingPointSetup> LazyArnhem = new(() => DemoSetup.Create("arnhem", ArnhemSecrets));

    /// <summary>The sheet in Utrecht's safe.</summary>
    public static string RecoverySheetOfUtrecht => RecoverySheet.Write("utrecht", Ceremony.Recovery, DateTimeOffset.UnixEpoch);

    public static ReportingPointSetup Utrecht => LazyUtrecht.Value;

    public static ReportingPointSetup Arnhem => LazyArnhem.Value;

    /// <summary>What its id is, of somebody in Utrecht.</summary>
    public static Guid IdOf(string name) => Utrecht.Staff.Single(member => member.Name == name).Id;

    /// <summary>An editor of content, who has no business with signals, and somebody of each other role alone; same password as the screener.</summary>
    private static ReportingPointSetup WithEditor(ReportingPointSetup setup) => setup with
    {
        Staff =
        [
            .. setup.Staff,
            .. new[] { StaffRoles.Editor, StaffRoles.CaseTable, StaffRoles.Administrator, StaffRoles.Auditor, ScreenerAlone }
                .Select(role => setup.Staff[0] with { Id = Guid.NewGuid(), Name = role, Roles = [role == ScreenerAlone ? StaffRoles.Screener : role] }),
        ],
    };

    /// <summary>A member's own private key.</summary>
    public static KeyPair OpenOwn(StaffSetup staff, string passphrase)
    {
        var own = staff.Keyring.Own;
        var key = PassphraseKey.Derive(passphrase, own.Salt, own.Iterations);
        return KeyPair.Import(Aead.Decrypt(key, own.Sealed, KeyringHeader.OfStaffKey(staff.Id)));
    }

    /// <summary>The epoch's private key, as the desk gets it: passphrase, own key, wrapped epoch key.</summary>
    public static KeyPair OpenEpoch(ReportingPointSetup setup, DemoSecrets secrets)
    {
        using var pair = OpenOwn(setup.Staff[0], secrets.Passphrase);
        var epoch = setup.Staff[0].Keyring.Epochs[0];
        return KeyPair.Import(Hpke.Open(
            pair, epoch.PublicKey, Hpke.EpochInfo, KeyringHeader.OfEpochKey(setup.Municipality, epoch.Epoch), epoch.Sealed));
    }
}

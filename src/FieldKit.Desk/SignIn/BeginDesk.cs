using System.Security.Cryptography;
using FieldKit.Desk.Keys;
using FieldKit.Desk.Server;
using FieldKit.Protocol;

namespace FieldKit.Desk.SignIn;

/// <summary>Beginning at the desk with a start code, or beginning again.</summary>
public sealed class BeginDesk(DeskClient server, IDeskKeys keys)
{
    /// <summary>Refusals that are said without asking the reporting point.</summary>
    public const string PassphraseShort = "passphrase-short";
    public const string PassphraseSame = "passphrase-same";
    public const string PassphraseRepeat = "passphrase-repeat";

    /// <summary>Opens signals, and so needs a key that only a passphrase opens.</summary>
    public static bool NeedsPassphrase(StartOffer offer) => offer.Roles.Any(StaffRoles.Readers.Contains);

    /// <exception cref="DeskRefusedException">Refused.</exception>
    public Task<StartOffer> LookAsync(string code) => server.StartOfferAsync(WholeOf(code));

    /// <returns>The fingerprint of the new key, to be read aloud to who gives access; null for who needs none.</returns>
    /// <exception cref="DeskRefusedException">Refused.</exception>
    public async Task<string?> BeginAsync(string code, StartOffer offer, string name, string password, string passphrase, string repeated)
    {
        var needed = NeedsPassphrase(offer);
        if (FaultOf(needed, password, passphrase, repeated) is { } fault)
        {
            throw new DeskRefusedException(fault);
        }

        // Everybody has a key of their own; one that opens nothing needs no passphrase that somebody knows.
        var own = await keys.MakeOwnKeyAsync(offer.Staff, needed ? passphrase : RandomNumberGenerator.GetHexString(32));
        await server.StartAsync(new(WholeOf(code), name, password, own));
        return needed ? KeyFingerprint.Of(own.PublicKey) : null;
    }

    private static string? FaultOf(bool needed, string password, string passphrase, string repeated) =>
        password.Length < Limits.PasswordShortest ? Refusals.PasswordShort
        : !needed ? null
        : passphrase.Length < Limits.PassphraseShortest ? PassphraseShort
        : passphrase != repeated ? PassphraseRepeat
        : passphrase == password ? PassphraseSame
        : null;

    private static string WholeOf(string code) => EnrolmentCode.TryParse(code)?.Whole ?? throw new DeskRefusedException(Refusals.StartCodeUnknown);
}

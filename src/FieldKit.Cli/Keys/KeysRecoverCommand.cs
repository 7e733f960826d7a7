using System.CommandLine;
using FieldKit.Cli.Backups;
using FieldKit.Crypto;
using FieldKit.Protocol;

namespace FieldKit.Cli.Keys;

/// <summary>
/// `fieldkit keys recover --recovery FILE --member NAME --fingerprint XXXX-… --url ADDRESS`: gives a member access with the recovery key, when
/// nobody can open signals any more. The reporting point sees neither that key nor what it opens.
/// </summary>
internal static class KeysRecoverCommand
{
    public static Command Create()
    {
        var url = ReportingPointOption.Create(required: true);
        var recovery = new Option<FileInfo>("--recovery") { Description = "Blad met de acht regels / sheet with the eight rows", Required = true };
        var member = new Option<string>("--member") { Description = "Naam van wie toegang krijgt / name of who gets access", Required = true };
        var fingerprint = new Option<string>("--fingerprint") { Description = "Kenmerk dat dit lid op zijn scherm ziet / fingerprint on that member's screen", Required = true };
        var command = new Command("recover", "Geef toegang met de herstelsleutel; naam en wachtwoord van een beheerder / give access with the recovery key; an administrator's name and password")
        {
            recovery, member, fingerprint, url,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var code = 1;
            var read = await BackupOutcome.TellAsync(parsed.InvocationConfiguration.Output, async output =>
            {
                using var key = RecoverySheet.Read(await File.ReadAllTextAsync(parsed.GetRequiredValue(recovery).FullName, cancellation));
                var asked = new Asked(parsed.GetRequiredValue(member), parsed.GetRequiredValue(fingerprint));
                code = await ReportingPointSession.RunAsync(parsed.GetRequiredValue(url), output, cancellation, point => RunAsync(point, key, asked, output, cancellation));
            });
            return read == 0 ? code : read;
        });
        return command;
    }

    private static async Task<bool> RunAsync(ReportingPointClient point, KeyPair key, Asked asked, TextWriter output, CancellationToken cancellation)
    {
        if (await point.TryAsync(() => point.MembersAsync(cancellation), output) is not { } staff
            || await point.TryAsync(() => point.SessionAsync(cancellation), output) is not { } session
            || await point.TryAsync(() => point.RecoveryAsync(cancellation), output) is not { } keyring)
        {
            return false;
        }

        if (staff.Members.SingleOrDefault(one => string.Equals(one.Name, asked.Member, StringComparison.OrdinalIgnoreCase)) is not { } member)
        {
            output.WriteLine($"Geen lid / no member: {asked.Member}");
            return false;
        }

        if (!string.Equals(KeyFingerprint.Of(member.PublicKey), asked.Fingerprint.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            output.WriteLine("Het kenmerk is anders dan dat van de sleutel hier. Geef geen toegang / the fingerprint is not that of the key here. Give no access.");
            return false;
        }

        if (!keyring.PublicKey.AsSpan().SequenceEqual(key.PublicKey))
        {
            output.WriteLine($"Dit is niet de herstelsleutel van {session.Municipality} hier / this is not the recovery key of {session.Municipality} here.");
            return false;
        }

        var access = new AccessRequest(member.PublicKey, [.. keyring.Epochs.Select(wrapped => Again(session.Municipality, wrapped, key, member.PublicKey))]);
        if (!await point.TryAsync(() => point.GiveAccessAsync(member.Id, access, cancellation), output))
        {
            return false;
        }

        output.WriteLine($"{member.Name} opent weer signalen / opens signals again. Leg het blad terug in de kluis / put the sheet back in the safe.");
        return true;
    }

    private static WrappedEpochKey Again(string municipality, WrappedEpochKey wrapped, KeyPair key, byte[] reader)
    {
        try
        {
            using var epoch = KeyCeremony.Unwrap(municipality, wrapped, key);
            return KeyCeremony.Wrap(municipality, wrapped.Epoch, epoch, reader);
        }
        catch (SealBrokenException)
        {
            throw new KeysException($"Sleutel {wrapped.Epoch} gaat niet open / key {wrapped.Epoch} does not open.");
        }
    }

    private sealed record Asked(string Member, string Fingerprint);
}

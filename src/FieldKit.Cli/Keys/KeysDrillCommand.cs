using System.CommandLine;
using FieldKit.Cli.Backups;
using FieldKit.Crypto;

namespace FieldKit.Cli.Keys;

/// <summary>
/// `fieldkit keys drill --municipality utrecht --recovery FILE --data FOLDER`: whether the recovery key opens every epoch that has signals, by opening one
/// of each. On a copy: a backup's folder will do. Nothing is written, and nothing of a signal is shown.
/// </summary>
internal static class KeysDrillCommand
{
    public static Command Create()
    {
        var options = new DatabaseOptions(keysAreNeeded: false);
        var municipality = new Option<string>("--municipality") { Description = "Zoals in / as in content/municipalities/", Required = true };
        var recovery = new Option<FileInfo>("--recovery") { Description = "Blad met de acht regels / sheet with the eight rows", Required = true };
        var command = new Command("drill", "Ga op een kopie na of de herstelsleutel alles opent / check on a copy whether the recovery key opens all") { municipality, recovery };
        options.AddTo(command);
        command.SetAction((parsed, cancellation) => BackupOutcome.TellAsync(
            parsed.InvocationConfiguration.Output,
            output => RunAsync(parsed.GetRequiredValue(municipality), parsed.GetRequiredValue(recovery), options.DatabaseOf(parsed), output, cancellation)));
        return command;
    }

    private static async Task RunAsync(string municipality, FileInfo recovery, IKeptDatabase database, TextWriter output, CancellationToken cancellation)
    {
        using var key = RecoverySheet.Read(await File.ReadAllTextAsync(recovery.FullName, cancellation));
        await using var connection = await database.OpenAsync(cancellation);
        var kept = new KeptKeys(connection, municipality);
        var keyring = await kept.RecoveryAsync(cancellation)
            ?? throw new KeysException($"Van {municipality} is hier geen herstelsleutel bekend / no recovery key of {municipality} is known here.");
        if (!keyring.PublicKey.AsSpan().SequenceEqual(key.PublicKey))
        {
            throw new KeysException($"Dit is niet de herstelsleutel van {municipality} hier / this is not the recovery key of {municipality} here.");
        }

        foreach (var (number, publicKey) in await kept.EpochsAsync(cancellation))
        {
            var wrapped = keyring.Epochs.SingleOrDefault(one => one.Epoch == number)
                ?? throw new KeysException($"Sleutel {number} is niet voor de herstelsleutel ingepakt / key {number} is not wrapped for the recovery key.");
            try
            {
                using var epoch = KeyCeremony.Unwrap(municipality, wrapped, key);
                var opened = await OpenOneAsync(kept, number, publicKey, epoch, cancellation);
                output.WriteLine($"Sleutel / key {number}: {(opened ? "opent een signaal / opens a signal" : "klopt; er is nog geen signaal mee / holds; it has no signal yet")}");
            }
            catch (SealBrokenException)
            {
                throw new KeysException($"Sleutel {number} gaat niet open / key {number} does not open.");
            }
        }

        output.WriteLine("Herstel is bewezen. Leg het blad terug in de kluis / recovery is proven. Put the sheet back in the safe.");
    }

    /// <returns>False when there is none.</returns>
    /// <exception cref="SealBrokenException">It does not open.</exception>
    private static async Task<bool> OpenOneAsync(KeptKeys kept, int number, byte[] publicKey, KeyPair epoch, CancellationToken cancellation)
    {
        if (!epoch.PublicKey.AsSpan().SequenceEqual(publicKey))
        {
            throw new SealBrokenException();
        }

        if (await kept.NewestSignalAsync(number, cancellation) is not { } signal)
        {
            return false;
        }

        Hpke.Open(epoch, signal.DevicePublicKey, Hpke.SignalInfo, signal.Header.AssociatedData(signal.Device), signal.Sealed);
        return true;
    }
}

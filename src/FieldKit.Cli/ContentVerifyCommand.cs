using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using FieldKit.Content.Bundles;
using FieldKit.Protocol;

namespace FieldKit.Cli;

/// <summary>`fieldkit content verify FILE --key signing.key [--above N]`, or `--url ADDRESS`: everything that a reporting point would refuse, before it does.</summary>
internal static class ContentVerifyCommand
{
    public static Command Create(TimeProvider clock)
    {
        var file = ContentFileArgument.Create();
        var key = SigningKeyOption.Create(required: false);
        var url = ReportingPointOption.Create(required: false);
        var above = new Option<long?>("--above") { Description = "Het volgnummer dat er nu staat / the sequence in force now" };
        var command = new Command("verify", "Controleer handtekening, delen en volgnummer / check signature, parts and sequence") { file, key, url, above };
        command.SetAction(async (parsed, cancellation) => await RunAsync(
            parsed.GetRequiredValue(file), parsed.GetValue(key), parsed.GetValue(url), parsed.GetValue(above), clock, parsed.InvocationConfiguration.Output, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        FileInfo path, FileInfo? key, Uri? url, long? above, TimeProvider clock, TextWriter output, CancellationToken cancellation)
    {
        if ((key is null) == (url is null))
        {
            output.WriteLine("Geef --key of --url, niet allebei / give --key or --url, not both.");
            return 1;
        }

        if (ContentFileArgument.TryRead(path, output) is not { } file)
        {
            return 1;
        }

        byte[]? publicKey;
        if (url is not null)
        {
            using var point = new ReportingPointClient(url);
            publicKey = await point.TryAsync(() => point.PublicKeyAsync(cancellation), output);
            above ??= publicKey is null ? null : await point.TryAsync<long?>(async () => await point.SequenceAsync(cancellation), output);
        }
        else
        {
            using var signing = SigningKeyOption.TryRead(key!, output);
            publicKey = signing?.PublicKey;
        }

        return publicKey is null ? 1 : Report(path.Name, file, Faults(file, publicKey, above, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)), output);
    }

    private static List<string> Faults(ContentFile file, byte[] publicKey, long? above, DateOnly today)
    {
        var faults = new List<string>();
        if (file.Manifest.Signature is null)
        {
            faults.Add("nog niet ondertekend / not signed yet");
        }
        else if (!BundleFile.IsSignedBy(publicKey, file.Manifest))
        {
            faults.Add("de handtekening is niet van deze sleutel / the signature is not by this key");
        }

        if (file.Manifest.Sequence <= above)
        {
            faults.Add($"volgnummer / sequence {file.Manifest.Sequence} is niet hoger dan / is not above {above}");
        }

        if (file.Manifest.ValidUntil < today)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"gold t/m / was current until {file.Manifest.ValidUntil:yyyy-MM-dd}"));
        }

        try
        {
            BundleFile.Open(file);
        }
        catch (JsonException)
        {
            faults.Add("de delen zijn geen inhoud / the parts are no content");
        }

        return faults;
    }

    private static int Report(string name, ContentFile file, List<string> faults, TextWriter output)
    {
        faults.ForEach(fault => output.WriteLine($"{name}: {fault}."));
        if (faults.Count == 0)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: goed / good: volgnummer / sequence {file.Manifest.Sequence}, {file.Parts.Count} delen / parts, "
                + $"{file.Manifest.BuiltOn:yyyy-MM-dd} t/m / until {file.Manifest.ValidUntil:yyyy-MM-dd}"));
        }

        return faults.Count == 0 ? 0 : 1;
    }
}

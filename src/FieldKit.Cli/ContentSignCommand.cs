using System.CommandLine;
using FieldKit.Content.Bundles;

namespace FieldKit.Cli;

/// <summary>`fieldkit content sign FILE --key signing.key --sequence N`: where the key is kept, which may be another machine than the editor's.</summary>
internal static class ContentSignCommand
{
    public static Command Create()
    {
        var file = ContentFileArgument.Create();
        var key = SigningKeyOption.Create(required: true);
        var sequence = new Option<long>("--sequence") { Description = "Volgnummer, hoger dan wat er nu staat / sequence, above the present one", Required = true };
        var command = new Command("sign", "Onderteken met de sleutel van het meldpunt / sign with the reporting point's key") { file, key, sequence };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(file), parsed.GetRequiredValue(key), parsed.GetRequiredValue(sequence), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(FileInfo path, FileInfo keyPath, long sequence, TextWriter output)
    {
        if (sequence < 1)
        {
            output.WriteLine("--sequence is 1 of hoger / is 1 or higher.");
            return 1;
        }

        if (ContentFileArgument.TryRead(path, output) is not { } file || SigningKeyOption.TryRead(keyPath, output) is not { } signing)
        {
            return 1;
        }

        using (signing)
        {
            var manifest = BundleFile.Sign(file.Manifest with { Sequence = sequence }, signing);
            WholeFile.Write(path.FullName, (file with { Manifest = manifest }).Write());
        }

        output.WriteLine($"{path.Name}: ondertekend / signed, volgnummer / sequence {sequence}");
        return 0;
    }
}

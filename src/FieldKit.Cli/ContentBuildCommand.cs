using System.CommandLine;
using System.Globalization;
using FieldKit.Content;
using FieldKit.Content.Bundles;

namespace FieldKit.Cli;

/// <summary>`fieldkit content build --content FOLDER --out FILE`: checks everything and makes one file of it, not signed yet.</summary>
internal static class ContentBuildCommand
{
    private const int ValidDays = 90;

    public static Command Create(TimeProvider clock)
    {
        var folder = ContentFolderOption.Create();
        var to = new Option<FileInfo>("--out") { Description = "Bestand dat gemaakt wordt / file to make", Required = true };
        var builtOn = new Option<DateOnly?>("--built-on") { Description = "Dag van de inhoud, standaard vandaag / day of the content, today if left out" };
        var validUntil = new Option<DateOnly?>("--valid-until") { Description = $"Laatste dag dat de inhoud geldt, standaard {ValidDays} dagen later / last day that it is current, {ValidDays} days later if left out" };
        var command = new Command("build", "Controleer en maak één bestand / check and make one file") { folder, to, builtOn, validUntil };
        command.SetAction(parsed =>
        {
            var day = parsed.GetValue(builtOn) ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            var until = parsed.GetValue(validUntil) ?? day.AddDays(ValidDays);
            return Run(parsed.GetRequiredValue(folder).FullName, parsed.GetRequiredValue(to), day, until, parsed.InvocationConfiguration.Output);
        });
        return command;
    }

    private static int Run(string folder, FileInfo to, DateOnly builtOn, DateOnly validUntil, TextWriter output)
    {
        if (validUntil < builtOn)
        {
            output.WriteLine("--valid-until ligt voor --built-on / lies before --built-on.");
            return 1;
        }

        if (CompiledContent.TryCompile(folder, builtOn, output) is not { } bundle)
        {
            return 1;
        }

        // Sequence 0 is never published: signing gives the number.
        var file = BundleFile.Build(bundle, sequence: 0, validUntil);
        if (file.Manifest.Fault() is { } fault)
        {
            output.WriteLine($"Te groot om te publiceren / too large to publish: {fault}.");
            return 1;
        }

        var bytes = file.Write();
        WholeFile.Write(to.FullName, bytes);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{to.Name}: {file.Parts.Count} delen / parts, {bytes.Length} bytes, {builtOn:yyyy-MM-dd} t/m / until {validUntil:yyyy-MM-dd}, nog niet ondertekend / not signed yet"));
        return 0;
    }
}

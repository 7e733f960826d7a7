using System.CommandLine;
using FieldKit.Protocol;

namespace FieldKit.Cli;

/// <summary>`fieldkit content publish FILE --url ADDRESS`: signs in as a content editor and puts a signed file in force.</summary>
internal static class ContentPublishCommand
{
    public static Command Create()
    {
        var file = ContentFileArgument.Create();
        var url = ReportingPointOption.Create(required: true);
        var command = new Command(
            "publish",
            "Publiceer bij een meldpunt; naam en wachtwoord via vraag of FIELDKIT_NAME en FIELDKIT_PASSWORD / "
            + "publish at a reporting point; name and password are asked for, or FIELDKIT_NAME and FIELDKIT_PASSWORD") { file, url };
        command.SetAction(async (parsed, cancellation) => await RunAsync(
            parsed.GetRequiredValue(file), parsed.GetRequiredValue(url), parsed.InvocationConfiguration.Output, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo path, Uri url, TextWriter output, CancellationToken cancellation)
    {
        if (ContentFileArgument.TryRead(path, output) is not { } file)
        {
            return 1;
        }

        if (file.Manifest.Signature is null)
        {
            output.WriteLine($"{path.Name} is nog niet ondertekend / is not signed yet: fieldkit content sign.");
            return 1;
        }

        using var point = new ReportingPointClient(url);
        var before = await point.TryAsync<long?>(async () => await point.SequenceAsync(cancellation), output);
        if (before is null)
        {
            return 1;
        }

        if (file.Manifest.Sequence < before)
        {
            output.WriteLine($"Het meldpunt heeft al volgnummer / the reporting point already has sequence {before}: onderteken met / sign with --sequence {before + 1}.");
            return 1;
        }

        var (name, password) = Credentials.Ask(output);
        if (!await point.TryAsync(() => point.SignInAsync(name, password, cancellation), output))
        {
            return 1;
        }

        var published = await point.TryAsync(() => point.PublishAsync(file.Write(), cancellation), output);
        await point.TryAsync(async () => { await point.SignOutAsync(cancellation); return true; }, output);
        output.WriteLine(published
            ? $"Gepubliceerd / published: volgnummer / sequence {file.Manifest.Sequence} (was {before})"
            : $"Niet gepubliceerd / not published. Er staat nog / still in force: volgnummer / sequence {before}");
        return published ? 0 : 1;
    }
}

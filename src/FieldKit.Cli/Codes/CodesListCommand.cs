using System.CommandLine;
using System.Globalization;
using FieldKit.Protocol;

namespace FieldKit.Cli.Codes;

/// <summary>`fieldkit codes list --url ADDRESS`: the codes that nobody used yet, by the name that the audit log gives them; never the codes themselves.</summary>
internal static class CodesListCommand
{
    public static Command Create()
    {
        var url = ReportingPointOption.Create(required: true);
        var command = new Command("list", "Toon de codes die nog niet zijn gebruikt / show the codes that nobody used yet") { url };
        command.SetAction(async (parsed, cancellation) =>
            await RunAsync(parsed.GetRequiredValue(url), parsed.InvocationConfiguration.Output, cancellation));
        return command;
    }

    private static Task<int> RunAsync(Uri url, TextWriter output, CancellationToken cancellation) =>
        ReportingPointSession.RunAsync(url, output, cancellation, async point =>
        {
            if (await point.TryAsync(() => point.CodesAsync(cancellation), output) is not { } codes)
            {
                return false;
            }

            foreach (var code in codes)
            {
                output.WriteLine(Line(code));
            }

            output.WriteLine($"{codes.Count} uitstaande codes / outstanding codes");
            return true;
        });

    private static string Line(OutstandingCode code) => string.Create(
        CultureInfo.InvariantCulture,
        $"{code.Name}  {code.Organisation} · {code.Role}  gemaakt / issued {code.IssuedAt:yyyy-MM-dd HH:mm}, tot / until {code.ExpiresAt:yyyy-MM-dd HH:mm} UTC");
}

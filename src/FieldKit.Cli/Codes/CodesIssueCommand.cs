using System.CommandLine;
using System.Globalization;
using FieldKit.Protocol;

namespace FieldKit.Cli.Codes;

/// <summary>`fieldkit codes issue --organisation NAME --role ROLE --count N --url ADDRESS`: prints codes and their links, once.</summary>
internal static class CodesIssueCommand
{
    public static Command Create()
    {
        var organisation = new Option<string>("--organisation") { Description = "Organisatie, nooit een persoon / organisation, never a person", Required = true };
        var role = new Option<string>("--role") { Description = $"Rol / role: {string.Join(", ", WriterRoles.All)}", Required = true };
        var count = new Option<int>("--count") { Description = $"Hoeveel / how many: 1 – {Limits.CodesAtOnce}", DefaultValueFactory = _ => 1 };
        var url = ReportingPointOption.Create(required: true);
        var command = new Command("issue", "Maak codes; ze worden alleen nu getoond / make codes; they are shown only now") { organisation, role, count, url };
        command.SetAction(async (parsed, cancellation) => await RunAsync(
            new(parsed.GetRequiredValue(organisation), parsed.GetRequiredValue(role), parsed.GetValue(count)),
            parsed.GetRequiredValue(url), parsed.InvocationConfiguration.Output, cancellation));
        return command;
    }

    private static Task<int> RunAsync(CodesRequest asked, Uri url, TextWriter output, CancellationToken cancellation) =>
        ReportingPointSession.RunAsync(url, output, cancellation, async point =>
        {
            if (await point.TryAsync(() => point.IssueCodesAsync(asked, cancellation), output) is not { } issued)
            {
                return false;
            }

            foreach (var code in issued.Codes)
            {
                output.WriteLine($"{code.Name}  {code.Code}  {new Uri(url, $"/koppelen#{code.Code}")}");
            }

            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{issued.Codes.Count} codes voor / for {issued.Organisation} · {issued.Role}, geldig tot / valid until {issued.ExpiresAt:yyyy-MM-dd HH:mm} UTC. Ze worden alleen nu getoond / they are shown only now."));
            return true;
        });
}

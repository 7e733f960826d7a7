using System.CommandLine;

namespace FieldKit.Cli.Codes;

/// <summary>`fieldkit codes withdraw NAME --url ADDRESS`: takes a code back that nobody used yet.</summary>
internal static class CodesWithdrawCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "Naam van de code, uit / the code's name, from: fieldkit codes list" };
        var url = ReportingPointOption.Create(required: true);
        var command = new Command("withdraw", "Trek een code in die nog niet is gebruikt / take back a code that nobody used yet") { name, url };
        command.SetAction(async (parsed, cancellation) => await RunAsync(
            parsed.GetRequiredValue(name), parsed.GetRequiredValue(url), parsed.InvocationConfiguration.Output, cancellation));
        return command;
    }

    private static Task<int> RunAsync(string name, Uri url, TextWriter output, CancellationToken cancellation) =>
        ReportingPointSession.RunAsync(url, output, cancellation, async point =>
        {
            var withdrawn = await point.TryAsync(() => point.WithdrawCodeAsync(name, cancellation), output);
            output.WriteLine(withdrawn ? $"Ingetrokken / withdrawn: {name}" : $"Niet ingetrokken / not withdrawn: {name}");
            return withdrawn;
        });
}

using System.CommandLine;

namespace FieldKit.Cli;

/// <summary>`fieldkit devices revoke DEVICE --url ADDRESS`: shuts out a device that was lost, or whose owner left.</summary>
internal static class DevicesRevokeCommand
{
    public static Command Create()
    {
        var device = new Argument<Guid>("device") { Description = "Nummer van het toestel, uit / the device's number, from: fieldkit devices list" };
        var url = ReportingPointOption.Create(required: true);
        var command = new Command(
            "revoke",
            "Meld een toestel af: het bezorgt nog wat verzegeld is en wist de rest / revoke a device: it delivers what is sealed and clears the rest") { device, url };
        command.SetAction(async (parsed, cancellation) => await RunAsync(
            parsed.GetRequiredValue(device), parsed.GetRequiredValue(url), parsed.InvocationConfiguration.Output, cancellation));
        return command;
    }

    private static Task<int> RunAsync(Guid device, Uri url, TextWriter output, CancellationToken cancellation) =>
        ReportingPointSession.RunAsync(url, output, cancellation, async point =>
        {
            var revoked = await point.TryAsync(() => point.RevokeAsync(device, cancellation), output);
            output.WriteLine(revoked
                ? $"Afgemeld / revoked: {device:D}. Het toestel hoort het zodra het contact maakt / the device learns it at its next contact."
                : $"Niet afgemeld / not revoked: {device:D}");
            return revoked;
        });
}

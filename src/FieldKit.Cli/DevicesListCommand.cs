using System.CommandLine;
using FieldKit.Protocol;

namespace FieldKit.Cli;

/// <summary>`fieldkit devices list --url ADDRESS`: the devices of the administrator's municipality, each with its number.</summary>
internal static class DevicesListCommand
{
    public static Command Create()
    {
        var url = ReportingPointOption.Create(required: true);
        var command = new Command("list", "Toon de toestellen van je gemeente / show your municipality's devices") { url };
        command.SetAction(async (parsed, cancellation) =>
            await RunAsync(parsed.GetRequiredValue(url), parsed.InvocationConfiguration.Output, cancellation));
        return command;
    }

    private static Task<int> RunAsync(Uri url, TextWriter output, CancellationToken cancellation) =>
        ReportingPointSession.RunAsync(url, output, cancellation, async point =>
        {
            if (await point.TryAsync(() => point.DevicesAsync(cancellation), output) is not { } devices)
            {
                return false;
            }

            foreach (var device in devices)
            {
                output.WriteLine(Line(device));
            }

            output.WriteLine($"{devices.Count} toestellen / devices");
            return true;
        });

    private static string Line(DeviceItem device) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{device.Id:D}  {device.Organisation} · {device.Role}{(device.RevokedAt is { } at ? $"  afgemeld / revoked {at:yyyy-MM-dd HH:mm} UTC" : "")}");
}

using System.CommandLine;

namespace FieldKit.Cli;

internal static class ReportingPointOption
{
    public static Option<Uri> Create(bool required) => new("--url")
    {
        Description = "Adres van het meldpunt / address of the reporting point",
        Required = required,
        CustomParser = argument =>
        {
            if (Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out var address) && IsSafe(address))
            {
                return address;
            }

            argument.AddError("--url: een https-adres / an https address (http: alleen op deze machine / only on this machine).");
            return null;
        },
    };

    /// <summary>A password goes over it, and what it answers is believed.</summary>
    private static bool IsSafe(Uri address) => address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);
}

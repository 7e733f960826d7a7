using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace FieldKit.ReportingPoint.Doorstep;

/// <summary>
/// With --proxy: addresses whose word is taken for where a request came from, and whether it came over TLS. Nobody else's is, or
/// anybody could be counted as somebody else.
/// </summary>
internal static class TrustedProxies
{
    public static void UseTrustedProxies(this WebApplication app)
    {
        if (app.Configuration["proxy"] is not { Length: > 0 } listed)
        {
            return;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var address in listed.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            options.KnownProxies.Add(IPAddress.TryParse(address, out var proxy)
                ? proxy
                : throw new InvalidOperationException($"--proxy is one or more addresses with commas between them, not '{address}'."));
        }

        app.UseForwardedHeaders(options);
    }
}

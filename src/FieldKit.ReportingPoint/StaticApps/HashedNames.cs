using System.Text.RegularExpressions;

namespace FieldKit.ReportingPoint.StaticApps;

/// <summary>A file whose name carries its content's hash never changes, so a browser need never ask again.</summary>
internal static partial class HashedNames
{
    private const string ForEver = "public, max-age=31536000, immutable";

    public static void CacheForEver(EndpointBuilder endpoint)
    {
        if (endpoint is not RouteEndpointBuilder { RoutePattern.RawText: { } path } || !Pattern().IsMatch(path) || endpoint.RequestDelegate is not { } serve)
        {
            return;
        }

        endpoint.RequestDelegate = context =>
        {
            context.Response.OnStarting(() =>
            {
                if (context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified)
                {
                    context.Response.Headers.CacheControl = ForEver;
                }

                return Task.CompletedTask;
            });
            return serve(context);
        };
    }

    // The bundler's names: ten hexadecimal digits before the extension, which compression may lengthen.
    [GeneratedRegex(@"_framework/.+\.[0-9a-f]{10}\.\w+(\.(br|gz))?$")]
    private static partial Regex Pattern();
}

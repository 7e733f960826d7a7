using Microsoft.OpenApi;

namespace FieldKit.ReportingPoint.Description;

/// <summary>How a call shows whose it is.</summary>
internal static class SecuritySchemes
{
    public const string Device = "device";
    public const string Session = "session";
    public const string OwnPages = "ownPages";

    public static readonly IReadOnlyDictionary<string, OpenApiSecurityScheme> All = new Dictionary<string, OpenApiSecurityScheme>
    {
        [Device] = new() { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "The device's id and token: docs/protocol.md, Tokens." },
        [Session] = new()
        {
            Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = "fieldkit-desk", Description = "The session of a staff member.",
        },
        [OwnPages] = new()
        {
            Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "X-FieldKit", Description = "1, on every staff call that is not a GET.",
        },
    };
}

using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace FieldKit.ReportingPoint.Staff.Providers;

/// <summary>How the framework speaks with one provider: the code flow with PKCE, the answer in the address, and of the ID token nothing kept.</summary>
internal sealed class ProviderScheme(ProviderSettings settings, TimeProvider clock) : IConfigureNamedOptions<OpenIdConnectOptions>
{
    // A provider that does not answer holds a person up, and a place here.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);

    // Signed with the provider's private key; never with the client secret, which is ours too.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    public void Configure(OpenIdConnectOptions options)
    {
    }

    public void Configure(string? name, OpenIdConnectOptions options)
    {
        if (name != settings.Scheme)
        {
            return;
        }

        options.Authority = settings.Authority.AbsoluteUri;
        options.RequireHttpsMetadata = settings.Authority.Scheme == Uri.UriSchemeHttps;
        options.ClientId = settings.ClientId;
        options.ClientSecret = settings.ClientSecretFile is { } file ? File.ReadAllText(file).Trim() : null;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.Scope.Clear();
        options.Scope.Add(OpenIdConnectScope.OpenId);
        foreach (var scope in settings.Scopes ?? [])
        {
            options.Scope.Add(scope);
        }

        options.CallbackPath = settings.ReturnPath;
        options.RemoteSignOutPath = default;
        options.SignedOutCallbackPath = default;
        options.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        options.EventsType = typeof(ProviderEvents);
        options.TimeProvider = clock;
        options.BackchannelTimeout = Patience;
        options.DisableTelemetry = true;
        options.SaveTokens = false;
        options.GetClaimsFromUserInfoEndpoint = false;

        // Without it the issuer is taken out of what was verified.
        options.ClaimActions.Clear();
        Validate(options);
        Keep(options);
    }

    private void Validate(OpenIdConnectOptions options)
    {
        options.MapInboundClaims = false;
        options.TokenValidationParameters.ValidAlgorithms = Algorithms;
        options.TokenValidationParameters.LifetimeValidator = (from, until, _, _) =>
            until > clock.GetUtcNow().UtcDateTime - ClockSkew && !(from > clock.GetUtcNow().UtcDateTime + ClockSkew);
    }

    /// <summary>What lies in the browser until it comes back: for this path alone, and no longer than a person needs.</summary>
    private static void Keep(OpenIdConnectOptions options)
    {
        options.RemoteAuthenticationTimeout = options.ProtocolValidator.NonceLifetime = ProviderChallenges.Lifetime;
        foreach (var (cookie, name) in new[] { (options.CorrelationCookie, "fieldkit-provider-way."), (options.NonceCookie, "fieldkit-provider-nonce.") })
        {
            cookie.Name = name;
            cookie.HttpOnly = true;
            // It comes back by a link of another site: Strict would keep it away.
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }
    }
}

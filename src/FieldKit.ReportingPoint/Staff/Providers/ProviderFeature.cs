using FieldKit.Protocol;
using FieldKit.ReportingPoint.Description;
using FieldKit.ReportingPoint.Doorstep;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace FieldKit.ReportingPoint.Staff.Providers;

/// <summary>
/// Signing in with the municipality's own identity provider, beside password and passkey (docs/decisions/0020). The framework speaks OpenID Connect and verifies; who may come
/// in, and as what, are our rules.
/// </summary>
internal static class ProviderFeature
{
    public const string Path = "/api/v1/staff/providers";
    public const string Return = "return";

    /// <summary>Where a browser goes on, signed in.</summary>
    public const string Desk = "/desk/";

    /// <summary>What the desk is told beside refusals.</summary>
    public const string Linked = "linked";

    public static void AddProviders(this WebApplicationBuilder builder)
    {
        var providers = ProviderFiles.Read(builder.Configuration);
        builder.Services.AddSingleton(providers);
        builder.Services.AddScoped<ProviderChallenges>();
        builder.Services.AddScoped<ProviderReturn>();
        builder.Services.AddScoped<ProviderRoles>();
        builder.Services.AddScoped<OwnProviderAccount>();
        builder.Services.AddScoped<MemberProviderAccount>();

        if (providers.Count > 0)
        {
            AddSchemes(builder, providers);
        }
    }

    /// <summary>Before the framework looks for a return: by a link only. A form would pass by the limits on addresses.</summary>
    public static void UseProviders(this WebApplication app) => app.UseWhen(
        context => !HttpMethods.IsGet(context.Request.Method) && context.Request.Path.StartsWithSegments(Path, out var rest) && rest.Value!.EndsWith($"/{Return}", StringComparison.OrdinalIgnoreCase),
        others => others.Run(Refusal.NotFound.ExecuteAsync));

    public static string DeskWith(string outcome, bool toLink) => $"{Desk}{(toLink ? "account" : "")}?provider={outcome}";

    public static void Map(RouteGroupBuilder staff)
    {
        staff.MapGet("/providers", (IReadOnlyList<ProviderSettings> providers) => Results.Json(
                [.. providers.Select(provider => new ProviderItem(provider.Municipality, provider.Name.Nl, provider.Name.En))], ProtocolJson.Default.IReadOnlyListProviderItem))
            .Described("providers", "The identity providers of municipalities that staff may sign in with.")
            .Gives(typeof(IReadOnlyList<ProviderItem>));
        staff.MapPost("/providers/{municipality}/session", (string municipality, HttpContext context, ProviderChallenges challenges, IReadOnlyList<ProviderSettings> providers) =>
                providers.FirstOrDefault(provider => provider.Municipality == municipality) is { } provider
                    ? challenges.AskAsync(context, provider, toLink: null)
                    : Task.FromResult<IResult>(Refusal.NotFound))
            .RequireRateLimiting(RateLimits.Passkeys)
            .Described("signInWithProvider", "The provider's address to sign in at, for one return within ten minutes in the same browser.")
            .Gives(typeof(ProviderAddress))
            .Refuses(Refusal.NotFound, Refusal.ProviderUnreachable, Refusal.TooMany);

        // The framework answers it where there is a provider. Mapped for the limit on addresses, and for where there is none.
        staff.MapGet($"/providers/{{municipality}}/{Return}", () => Refusal.NotFound)
            .RequireRateLimiting(RateLimits.SignIn)
            .WithMetadata(new RefusedToPage(DeskWith(Refusals.TooMany, toLink: false)))
            .ExcludeFromDescription();

        var signedIn = StaffFeature.SignedIn(staff);
        signedIn.MapGet("/provider-account", (OwnProviderAccount own) => own.ShowAsync())
            .Described("providerAccount", "Since when an account of the municipality's provider is linked to who is signed in.")
            .Gives(typeof(ProviderAccount))
            .Refuses(Refusal.NotFound);
        signedIn.MapPost("/provider-account", (HttpRequest request, OwnProviderAccount own) => own.LinkAsync(request)).RequireRateLimiting(RateLimits.Passkeys)
            .Described("linkProviderAccount", "The provider's address to sign in at, after the password again; the account that comes back is linked.")
            .Takes(typeof(PasswordAgain))
            .Gives(typeof(ProviderAddress))
            .Refuses(Refusal.NotFound, Refusal.PasswordWrong, Refusal.ProviderUnreachable, Refusal.TooMany);
        signedIn.MapDelete("/provider-account", (OwnProviderAccount own) => own.UnlinkAsync())
            .Described("unlinkProviderAccount", "Unlinks the account of who is signed in.")
            .GivesNothing()
            .Refuses(Refusal.NotFound);

        StaffFeature.SignedIn(staff, [StaffRoles.Administrator])
            .MapDelete("/members/{id:guid}/provider-account", (Guid id, MemberProviderAccount account) => account.UnlinkAsync(id))
            .Described("unlinkMembersProviderAccount", "Unlinks a member's account and ends all sessions of that member; for an administrator.")
            .GivesNothing()
            .Refuses(Refusal.NotFound);
    }

    /// <summary>Apart, so that a server without a provider does not carry what speaks with one.</summary>
    private static void AddSchemes(WebApplicationBuilder builder, IReadOnlyList<ProviderSettings> providers)
    {
        var authentication = builder.Services.AddAuthentication();
        foreach (var provider in providers)
        {
            authentication.AddOpenIdConnect(provider.Scheme, _ => { });
            builder.Services.AddSingleton<IConfigureOptions<OpenIdConnectOptions>>(services => new ProviderScheme(provider, services.GetRequiredService<TimeProvider>()));
        }

        builder.Services.AddScoped<ProviderEvents>();

        // Its messages quote what a provider or a passer-by sent; ours say what kind of failure it was.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Authentication.OpenIdConnect", LogLevel.None);
    }
}

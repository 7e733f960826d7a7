using FieldKit.Protocol;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace FieldKit.ReportingPoint.Staff.Providers;

/// <summary>What the framework calls when a browser comes back. A page came, not a program: whatever happened, it goes on to the desk, which says it in words.</summary>
internal sealed class ProviderEvents(ProviderReturn back, IReadOnlyList<ProviderSettings> providers, ILogger<ProviderEvents> log) : OpenIdConnectEvents
{
    /// <summary>Whose answer it is, where the provider says so (RFC 9207): one for another is not followed.</summary>
    public override async Task MessageReceived(MessageReceivedContext context)
    {
        if (context.ProtocolMessage.Iss is { } issuer
            && context.Options.ConfigurationManager is { } known
            && (await known.GetConfigurationAsync(context.HttpContext.RequestAborted)).Issuer != issuer)
        {
            context.Fail("The answer is another issuer's.");
        }
    }

    /// <summary>The framework takes an ID token without a signature in the code flow, because it came over TLS; not every road to a provider is that.</summary>
    public override Task TokenValidated(TokenValidatedContext context)
    {
        if (context.SecurityToken.RawSignature is not { Length: > 0 })
        {
            context.Fail("The ID token is not signed.");
        }

        return Task.CompletedTask;
    }

    /// <summary>Verified: the code, the signature, issuer, audience, age and nonce of the ID token.</summary>
    public override async Task TicketReceived(TicketReceivedContext context)
    {
        var outcome = await back.TakeAsync(context.HttpContext, ProviderOf(context.Scheme), context.Principal!, context.Properties!);
        Leave(context.HttpContext, context.Properties, outcome);
        context.HandleResponse();
    }

    public override async Task AccessDenied(AccessDeniedContext context)
    {
        await back.RefuseAsync(ProviderOf(context.Scheme), Refusals.ProviderCancelled);
        Leave(context.HttpContext, context.Properties, Refusals.ProviderCancelled);
        context.HandleResponse();
    }

    public override async Task RemoteFailure(RemoteFailureContext context)
    {
        var provider = ProviderOf(context.Scheme);
        var code = ProviderFault.CodeOf(context.Failure);
        log.LogWarning("Signing in with the identity provider of {Municipality} failed: {Failure}", provider.Municipality, ProviderFault.KindsOf(context.Failure));
        await back.RefuseAsync(provider, code);
        Leave(context.HttpContext, context.Properties, code);
        context.HandleResponse();
    }

    /// <param name="outcome">Null for signed in.</param>
    private static void Leave(HttpContext context, AuthenticationProperties? properties, string? outcome) =>
        context.Response.Redirect(outcome is null ? ProviderFeature.Desk : ProviderFeature.DeskWith(outcome, ProviderChallenges.IsToLink(properties)));

    private ProviderSettings ProviderOf(AuthenticationScheme scheme) => providers.Single(provider => provider.Scheme == scheme.Name);
}

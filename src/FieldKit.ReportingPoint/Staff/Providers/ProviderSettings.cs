namespace FieldKit.ReportingPoint.Staff.Providers;

/// <summary>A municipality's own identity provider (OpenID Connect), as its file says (docs/operations.md).</summary>
/// <param name="Authority">The issuer's address; <c>/.well-known/openid-configuration</c> is found below it. TLS, but for this machine itself.</param>
/// <param name="ClientSecretFile">Holds the secret and nothing else; null for a public client, which PKCE alone protects.</param>
/// <param name="Name">What stands on the button, after "Inloggen met".</param>
/// <param name="Scopes">Beside <c>openid</c>.</param>
/// <param name="GroupsClaim">The claim of the ID token that holds the groups; null where roles are given at the desk alone.</param>
/// <param name="Roles">From a group to one of <see cref="FieldKit.Protocol.StaffRoles"/>. Roles that it does not name stay as an administrator gave them.</param>
internal sealed record ProviderSettings(
    string Municipality,
    Uri Authority,
    string ClientId,
    ProviderNames Name,
    string? ClientSecretFile = null,
    IReadOnlyList<string>? Scopes = null,
    string? GroupsClaim = null,
    IReadOnlyDictionary<string, string>? Roles = null)
{
    private const string SchemeBeginning = "provider:";

    /// <summary>As the framework calls it. What it protects for one scheme no other can read.</summary>
    public string Scheme => SchemeBeginning + Municipality;

    /// <summary>Where the provider sends the browser back to.</summary>
    public string ReturnPath => $"{ProviderFeature.Path}/{Municipality}/{ProviderFeature.Return}";
}

internal sealed record ProviderNames(string Nl, string En);

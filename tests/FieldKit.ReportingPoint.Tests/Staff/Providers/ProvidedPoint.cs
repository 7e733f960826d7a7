using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;
using FieldKit.TestKit;
using FieldKit.TestKit.IdentityProvider;

namespace FieldKit.ReportingPoint.Tests.Staff.Providers;

/// <summary>A reporting point whose municipalities have identity providers, at the time that those have.</summary>
internal sealed class ProvidedPoint : IAsyncDisposable
{
    public const string Own = "/api/v1/staff/provider-account";

    private const string Secret = "a-secret-of-the-client-that-is-long-enough";

    private readonly TemporaryFolder folder = new();

    private ProvidedPoint(int nodes, IReadOnlyDictionary<string, IdentityProvider> providers, IReadOnlyDictionary<string, string>? roles, bool hasSecret) => Point = new(nodes, settings: new()
    {
        ["providers"] = string.Join(Path.PathSeparator, providers.Select(provider => FileOf(provider.Key, provider.Value, roles, hasSecret))),
    });

    public RunningPoint Point { get; }

    public static Task<ProvidedPoint> ForUtrechtAsync(IdentityProvider provider, IReadOnlyDictionary<string, string>? roles = null, bool hasSecret = true, int nodes = 1) =>
        StartAsync(new Dictionary<string, IdentityProvider> { ["utrecht"] = provider }, roles, hasSecret, nodes);

    public static async Task<ProvidedPoint> StartAsync(
        IReadOnlyDictionary<string, IdentityProvider> providers, IReadOnlyDictionary<string, string>? roles = null, bool hasSecret = true, int nodes = 1)
    {
        var started = new ProvidedPoint(nodes, providers, roles, hasSecret);
        started.Point.Clock.SetClock(await providers.Values.First().NowAsync());
        foreach (var provider in providers.Values.Distinct())
        {
            await provider.AnswerWronglyAsync(null);
            await provider.ServeAsync(
                hasSecret ? Secret : null,
                [.. from address in started.Point.AddressesOfNodes from municipality in providers.Keys select new Uri(address, ReturnOf(municipality))]);
        }

        return started;
    }

    public static string ReturnOf(string municipality) => $"/api/v1/staff/providers/{municipality}/return";

    public static Task<HttpResponseMessage> AskAsync(StaffMember page, string municipality = "utrecht") =>
        page.Client.PostAsync($"/api/v1/staff/providers/{municipality}/session", null);

    public static Task<HttpResponseMessage> AskToLinkAsync(StaffMember member, string? password = null) =>
        member.Client.PostAsJsonAsync(Own, new(password ?? Setups.UtrechtSecrets.Password), ProtocolJson.Default.PasswordAgain);

    public static async Task<Uri> AddressAsync(HttpResponseMessage asked)
    {
        using (asked)
        {
            Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
            return new((await asked.Content.ReadFromJsonAsync(ProtocolJson.Default.ProviderAddress))!.Address);
        }
    }

    /// <summary>Comes back from the provider.</summary>
    /// <returns>Where the browser is sent on to.</returns>
    public static async Task<string> ReturnAsync(HttpClient browser, Uri address)
    {
        using var answer = await browser.GetAsync(address.PathAndQuery);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    /// <returns>Where the browser is sent on to.</returns>
    public static async Task<string> SignInAsync(StaffMember page, IdentityProvider provider, string? account, string municipality = "utrecht") =>
        await ReturnAsync(page.Client, await provider.VisitAsync(await AddressAsync(await AskAsync(page, municipality)), account));

    /// <returns>Where the browser is sent on to.</returns>
    public static async Task<string> LinkAsync(StaffMember member, IdentityProvider provider, string account) =>
        await ReturnAsync(member.Client, await provider.VisitAsync(await AddressAsync(await AskToLinkAsync(member)), account));

    /// <summary>Somebody of Utrecht with this account, signed in with a password.</summary>
    public async Task<StaffMember> LinkedAsync(IdentityProvider provider, string account, string name = "screener")
    {
        var member = await StaffMember.SignedInAsync(Point, name, name == Setups.UtrechtSecrets.Weigher!.Name ? Setups.UtrechtSecrets.Weigher.Password : Setups.UtrechtSecrets.Password);
        using var asked = await member.Client.PostAsJsonAsync(
            Own, new(name == Setups.UtrechtSecrets.Weigher.Name ? Setups.UtrechtSecrets.Weigher.Password : Setups.UtrechtSecrets.Password), ProtocolJson.Default.PasswordAgain);
        Assert.Equal("/desk/account?provider=linked", await ReturnAsync(member.Client, await provider.VisitAsync(await AddressAsync(asked), account)));
        return member;
    }

    /// <returns>Null for nobody.</returns>
    public static async Task<StaffSession?> SessionAsync(StaffMember member)
    {
        using var answer = await member.Client.GetAsync("/api/v1/staff/session");
        return answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadFromJsonAsync(ProtocolJson.Default.StaffSession) : null;
    }

    /// <summary>Of the audit log, those that begin so.</summary>
    public Task<List<string>> AuditAsync(string beginning) =>
        Point.ReadAsync($"SELECT action || ' ' || subject FROM audit WHERE action LIKE '{beginning}%' ORDER BY sequence");

    public ValueTask DisposeAsync()
    {
        Point.Dispose();
        folder.Dispose();
        return default;
    }

    private string FileOf(string municipality, IdentityProvider provider, IReadOnlyDictionary<string, string>? roles, bool hasSecret)
    {
        File.WriteAllText(folder.File("secret"), Secret + "\n");
        var file = new Dictionary<string, object>
        {
            ["municipality"] = municipality,
            ["authority"] = provider.Address.AbsoluteUri,
            ["clientId"] = IdentityProvider.Client,
            ["name"] = new { nl = $"Account van {municipality}", en = $"Account of {municipality}" },
        };
        if (hasSecret)
        {
            file["clientSecretFile"] = folder.File("secret");
        }

        if (roles is not null)
        {
            (file["scopes"], file["groupsClaim"], file["roles"]) = (new[] { "groups" }, "groups", roles);
        }

        File.WriteAllText(folder.File($"{municipality}.json"), JsonSerializer.Serialize(file));
        return folder.File($"{municipality}.json");
    }
}

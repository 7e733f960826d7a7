using System.Diagnostics;
using System.Text;

namespace FieldKit.TestKit.IdentityProvider;

/// <summary>A municipality's identity provider: npm oidc-provider in a process of its own (provider.mjs), which knows anybody by any name.</summary>
public sealed class IdentityProvider : IAsyncDisposable
{
    public const string Client = "fieldkit";

    private const string Told = "provider at ";

    private readonly HttpClient control = new();
    private readonly Process process;

    private IdentityProvider(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<IdentityProvider> StartAsync()
    {
        var script = RepositoryRoot.Of("tests", "FieldKit.TestKit", "IdentityProvider", "provider.mjs");
        var process = Process.Start(new ProcessStartInfo("node", [script]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith(Told, StringComparison.Ordinal))
            {
                return new(process, new(line[Told.Length..]));
            }
        }

        throw new InvalidOperationException("The identity provider did not start: is Node 20 there, and was `npm ci` run?");
    }

    /// <summary>A reporting point that may send people here.</summary>
    /// <param name="secret">Null for a public client.</param>
    public Task ServeAsync(string? secret, params Uri[] returns)
    {
        var client = new Dictionary<string, object>
        {
            ["client_id"] = Client,
            ["token_endpoint_auth_method"] = secret is null ? "none" : "client_secret_post",
            ["redirect_uris"] = returns.Select(address => address.AbsoluteUri),
            ["response_types"] = new[] { "code" },
            ["grant_types"] = new[] { "authorization_code" },
        };
        if (secret is not null)
        {
            client["client_secret"] = secret;
        }

        return TellAsync("client", client);
    }

    /// <summary>What stands in the claim <c>groups</c>; without it there is no such claim.</summary>
    public Task GroupAsync(string account, params string[] groups) => TellAsync("groups", new Dictionary<string, object> { ["account"] = account, ["groups"] = groups });

    /// <param name="how">As in provider.mjs; null for rightly again.</param>
    public Task AnswerWronglyAsync(string? how) => TellAsync("wrong", how);

    /// <summary>What its clock shows: now.</summary>
    public async Task<DateTimeOffset> NowAsync()
    {
        using var answer = await control.GetAsync(new Uri(Address, ".well-known/openid-configuration"));
        return answer.Headers.Date!.Value;
    }

    /// <summary>A browser that signs in here, as far as the address to which it is sent back.</summary>
    /// <param name="account">Null for who turns away.</param>
    public async Task<Uri> VisitAsync(Uri asked, string? account)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        for (var place = asked; ;)
        {
            using var answer = await browser.GetAsync(place);
            if (answer.Headers.Location is { } next)
            {
                place = new(place, next);
            }
            else
            {
                var form = new Dictionary<string, string> { ["login"] = account ?? "", ["go"] = account is null ? "away" : "in" };
                using var entered = await browser.PostAsync(place, new FormUrlEncodedContent(form));
                Assert.True(entered.Headers.Location is not null, $"The provider answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
                place = new(place, entered.Headers.Location);
            }

            if (place.Authority != Address.Authority)
            {
                return place;
            }
        }
    }

    /// <summary>Nobody answers at its address from then on.</summary>
    public async Task EndAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        control.Dispose();
        await EndAsync();
        process.Dispose();
    }

    private async Task TellAsync<T>(string what, T told)
    {
        using var answer = await control.PutAsync(new Uri(Address, $"test/{what}"), new StringContent(System.Text.Json.JsonSerializer.Serialize(told), Encoding.UTF8, "application/json"));
        answer.EnsureSuccessStatusCode();
    }
}

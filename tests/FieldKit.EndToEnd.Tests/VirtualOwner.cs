using System.Text.Json;
using Microsoft.Playwright;

namespace FieldKit.EndToEnd.Tests;

/// <summary>A device that checks its owner and can give a secret for it (WebAuthn PRF), as Chromium plays one.</summary>
internal sealed class VirtualOwner : IAsyncDisposable
{
    private readonly ICDPSession session;
    private readonly string id;

    private VirtualOwner(ICDPSession session, string id) => (this.session, this.id) = (session, id);

    public static async Task<VirtualOwner> WithAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        var made = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["ctap2Version"] = "ctap2_1",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["hasPrf"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return new(session, made!.Value.GetProperty("authenticatorId").GetString()!);
    }

    public Task<JsonElement?> IsRecognisedAsync(bool recognised) =>
        session.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = id, ["isUserVerified"] = recognised });

    public async ValueTask DisposeAsync() => await session.DetachAsync();
}

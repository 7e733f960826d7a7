using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FieldKit.Protocol;

namespace FieldKit.Desk.Server;

internal static class Refusal
{
    public static async Task<string> CodeOfAsync(HttpResponseMessage answer)
    {
        var code = await ReadCodeAsync(answer);
        return answer.StatusCode switch
        {
            HttpStatusCode.Unauthorized => code is Refusals.SignInFailed or Refusals.PasskeyRefused ? code : DeskRefusedException.SignedOut,
            HttpStatusCode.TooManyRequests => Refusals.TooMany,
            HttpStatusCode.BadGateway when code == Refusals.ProviderUnreachable => code,
            >= HttpStatusCode.InternalServerError => DeskRefusedException.Unreachable,
            HttpStatusCode.NotFound => code ?? Refusals.NotFound,
            HttpStatusCode.Forbidden => code ?? Refusals.NotAllowed,
            _ => code ?? Refusals.Malformed,
        };
    }

    private static async Task<string?> ReadCodeAsync(HttpResponseMessage answer)
    {
        if (answer.Content.Headers.ContentType?.MediaType is not ("application/problem+json" or "application/json"))
        {
            return null;
        }

        try
        {
            return (await answer.Content.ReadFromJsonAsync(ProtocolJson.Default.Problem))?.Code;
        }
        catch (Exception failure) when (failure is JsonException or HttpRequestException)
        {
            return null;
        }
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using FieldKit.Desk.Server;
using FieldKit.Domain;
using FieldKit.Protocol;

namespace FieldKit.Desk.Tests.Setting;

/// <summary>Answers by method and path, as the test set them; anything else is not found.</summary>
internal sealed class FakeServer : HttpMessageHandler
{
    private readonly Dictionary<string, Func<HttpRequestMessage, Task<HttpResponseMessage>>> routes = [];

    public List<string> Asked { get; } = [];

    public List<AnswerRequest> Answers { get; } = [];

    public DeskClient Client => new(new HttpClient(this) { BaseAddress = new("http://localhost/") });

    public static HttpResponseMessage Refuse(HttpStatusCode status, string code) => new(status)
    {
        Content = JsonContent.Create(
            new("about:blank", "Refused", (int)status, code), ProtocolJson.Default.Problem, new("application/problem+json")),
    };

    public void On(string route, Func<HttpResponseMessage> answer) => routes[route] = _ => Task.FromResult(answer());

    public void On(string route, Func<HttpRequestMessage, Task<HttpResponseMessage>> answer) => routes[route] = answer;

    public void Serve(Case given, Func<SealedSignal>? signal = null)
    {
        On("GET /api/v1/staff/session", () => Json(Case.Staff));
        On("POST /api/v1/staff/session", () => Json(Case.Staff));
        On("GET /api/v1/staff/keyring", () => Json(new StaffKeyring(new("pbkdf2-sha512", 1, 0, [1], [2], [3]), [])));
        On("GET /api/v1/staff/inbox", () => Json(new InboxPart([given.Item()], null)));
        On($"GET /api/v1/staff/signals/{given.Id:D}", () => Json(signal?.Invoke() ?? given.Seal()));
        routes[$"POST /api/v1/staff/signals/{given.Id:D}/answers"] = async request =>
        {
            Answers.Add((await request.Content!.ReadFromJsonAsync(ProtocolJson.Default.AnswerRequest))!);
            return new(HttpStatusCode.NoContent);
        };
        ServeContent(given, [.. ContentParts.Split(Case.Bundle)]);
    }

    public void ServeContent(Case given, NamedPart[] parts, byte[]? asServed = null)
    {
        var listed = parts.Select(part => new ContentPart(part.Name, SHA256.HashData(part.Bytes), part.Bytes.Length));
        var manifest = new ContentManifest(ContentManifest.PresentFormat, 1, Case.Bundle.BuiltOn, new(2027, 1, 1), [.. listed], null);
        On("GET /api/v1/keys", () => Json(new ReportingPointKeys(Guid.Empty, 1, given.Epoch.PublicKey, given.Signing.PublicKey)));
        On("GET /api/v1/content/manifest", () => Json(manifest with { Signature = given.Signing.Sign(manifest.Statement()) }));
        var bytes = asServed ?? ContentBytes.Join(parts.Select(part => part.Bytes));
        On("GET /api/v1/content/parts/1", () => new(HttpStatusCode.OK) { Content = new ByteArrayContent(bytes) });
    }

    public void RefuseAnswers(Guid signal, Func<HttpResponseMessage> refusal) => On($"POST /api/v1/staff/signals/{signal:D}/answers", refusal);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var route = $"{request.Method} {request.RequestUri!.AbsolutePath}";
        Asked.Add(route);
        return routes.TryGetValue(route, out var answer) ? answer(request) : Task.FromResult(Refuse(HttpStatusCode.NotFound, Refusals.NotFound));
    }

    private static HttpResponseMessage Json<T>(T body) =>
        new(HttpStatusCode.OK) { Content = JsonContent.Create(body, ProtocolJson.Default.GetTypeInfo(typeof(T))!) };
}

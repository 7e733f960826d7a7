using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FieldKit.Protocol;

namespace FieldKit.Cli;

/// <summary>A running reporting point, as the command line sees it. Its session ends with this object's cookies.</summary>
internal sealed class ReportingPointClient : IDisposable
{
    private const int AnswerBytes = 2 * Limits.ContentManifestBytes;
    private const string CodesPath = "/api/v1/staff/codes";
    private readonly HttpClient http;

    public ReportingPointClient(Uri address)
    {
        // A redirect could lead a password elsewhere.
        http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address, MaxResponseContentBufferSize = AnswerBytes };
        http.DefaultRequestHeaders.Add("X-FieldKit", "1");
    }

    public async Task<byte[]> PublicKeyAsync(CancellationToken cancellation) =>
        (await GetAsync("/api/v1/keys", ProtocolJson.Default.ReportingPointKeys, cancellation)).SigningPublicKey;

    public async Task<long> SequenceAsync(CancellationToken cancellation) =>
        (await GetAsync("/api/v1/content/manifest", ProtocolJson.Default.ContentManifest, cancellation)).Sequence;

    public Task<bool> SignInAsync(string name, string password, CancellationToken cancellation) =>
        SendAsync("/api/v1/staff/session", JsonContent.Create(new(name, password), ProtocolJson.Default.SignInRequest), cancellation);

    public Task<bool> PublishAsync(byte[] file, CancellationToken cancellation)
    {
        var body = new ByteArrayContent(file);
        body.Headers.ContentType = new MediaTypeHeaderValue(ContentFile.ContentType);
        return SendAsync("/api/v1/staff/content", body, cancellation);
    }

    public Task<IReadOnlyList<DeviceItem>> DevicesAsync(CancellationToken cancellation) =>
        GetAsync("/api/v1/staff/devices", ProtocolJson.Default.IReadOnlyListDeviceItem, cancellation);

    public Task<bool> RevokeAsync(Guid device, CancellationToken cancellation) =>
        SendAsync($"/api/v1/staff/devices/{device:D}/revocation", new ByteArrayContent([]), cancellation);

    public async Task<IssuedCodes> IssueCodesAsync(CodesRequest asked, CancellationToken cancellation)
    {
        using var answer = await http.PostAsync(CodesPath, JsonContent.Create(asked, ProtocolJson.Default.CodesRequest), cancellation);
        return await ReadAsync(answer, ProtocolJson.Default.IssuedCodes, cancellation);
    }

    public Task<IReadOnlyList<OutstandingCode>> CodesAsync(CancellationToken cancellation) =>
        GetAsync(CodesPath, ProtocolJson.Default.IReadOnlyListOutstandingCode, cancellation);

    public async Task<bool> WithdrawCodeAsync(string name, CancellationToken cancellation)
    {
        using var answer = await http.DeleteAsync($"{CodesPath}/{Uri.EscapeDataString(name)}", cancellation);
        await RequireSuccessAsync(answer, cancellation);
        return true;
    }

    public Task<StaffSession> SessionAsync(CancellationToken cancellation) => GetAsync("/api/v1/staff/session", ProtocolJson.Default.StaffSession, cancellation);

    public Task<StaffMembers> MembersAsync(CancellationToken cancellation) => GetAsync("/api/v1/staff/members", ProtocolJson.Default.StaffMembers, cancellation);

    /// <summary>Noted in the audit log.</summary>
    public async Task<RecoveryKeyring> RecoveryAsync(CancellationToken cancellation)
    {
        using var answer = await http.PostAsync("/api/v1/staff/recovery", null, cancellation);
        return await ReadAsync(answer, ProtocolJson.Default.RecoveryKeyring, cancellation);
    }

    public Task<bool> GiveAccessAsync(Guid member, AccessRequest access, CancellationToken cancellation) =>
        SendAsync($"/api/v1/staff/members/{member:D}/access", JsonContent.Create(access, ProtocolJson.Default.AccessRequest), cancellation);

    public async Task SignOutAsync(CancellationToken cancellation) => (await http.DeleteAsync("/api/v1/staff/session", cancellation)).Dispose();

    /// <returns>What the action gives; its default after a failure, which has then been said.</returns>
    public async Task<T?> TryAsync<T>(Func<Task<T>> action, TextWriter output)
    {
        try
        {
            return await action();
        }
        catch (ReportingPointSaidNoException refusal)
        {
            output.WriteLine($"Het meldpunt weigert / the reporting point refuses: {refusal.Code} ({(int)refusal.Status}).");
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or OperationCanceledException)
        {
            output.WriteLine($"Geen verbinding met een meldpunt / no connection to a reporting point: {http.BaseAddress}");
        }

        return default;
    }

    public void Dispose() => http.Dispose();

    private async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        using var answer = await http.GetAsync(path, cancellation);
        return await ReadAsync(answer, type, cancellation);
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage answer, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        await RequireSuccessAsync(answer, cancellation);
        return await answer.Content.ReadFromJsonAsync(type, cancellation) ?? throw new JsonException("An empty answer.");
    }

    private async Task<bool> SendAsync(string path, HttpContent body, CancellationToken cancellation)
    {
        using var answer = await http.PostAsync(path, body, cancellation);
        await RequireSuccessAsync(answer, cancellation);
        return true;
    }

    private static async Task RequireSuccessAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        if (answer.IsSuccessStatusCode)
        {
            return;
        }

        throw answer.Content.Headers.ContentType?.MediaType == "application/problem+json"
            && await answer.Content.ReadFromJsonAsync(ProtocolJson.Default.Problem, cancellation) is { } problem
            ? new ReportingPointSaidNoException(answer.StatusCode, problem.Code)
            : new HttpRequestException("Not a reporting point's answer.");
    }
}

internal sealed class ReportingPointSaidNoException(HttpStatusCode status, string code) : Exception(code)
{
    public HttpStatusCode Status { get; } = status;

    public string Code { get; } = code;
}

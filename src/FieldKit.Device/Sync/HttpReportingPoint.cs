using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FieldKit.Protocol;

namespace FieldKit.Device.Sync;

/// <summary>The reporting point over HTTP. Anything that is clearly not its answer counts as not reached.</summary>
/// <param name="http">Its base address is the reporting point's.</param>
public sealed class HttpReportingPoint(HttpClient http) : IReportingPoint
{
    private const int JsonBytes = 64 * 1024;
    private const string Json = "application/json";
    private const string Parts = "application/vnd.fieldkit.parts";

    public async ValueTask<EnrolmentResponse> EnrolAsync(EnrolmentRequest request, CancellationToken cancellation)
    {
        var body = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(request, ProtocolJson.Default.EnrolmentRequest));
        body.Headers.ContentType = new(Json);
        using var message = new HttpRequestMessage(HttpMethod.Post, "api/v1/enrolment") { Content = body };
        return Parse(await SendAsync(message, Json, JsonBytes, cancellation), ProtocolJson.Default.EnrolmentResponse);
    }

    public async ValueTask<byte[]> ExchangeAsync(Guid device, string token, byte[] frame, CancellationToken cancellation)
    {
        var body = new ByteArrayContent(frame);
        body.Headers.ContentType = new(Frame.ContentType);
        using var message = new HttpRequestMessage(HttpMethod.Post, "api/v1/exchange") { Content = body };
        message.Headers.Authorization = new("Bearer", $"{device:N}.{token}");
        return await SendAsync(message, Frame.ContentType, Limits.FrameBytes, cancellation);
    }

    public ValueTask<ReportingPointKeys> KeysAsync(CancellationToken cancellation) =>
        GetAsync("api/v1/keys", ProtocolJson.Default.ReportingPointKeys, JsonBytes, cancellation);

    public ValueTask<ContentManifest> ContentManifestAsync(CancellationToken cancellation) =>
        GetAsync("api/v1/content/manifest", ProtocolJson.Default.ContentManifest, Limits.ContentManifestBytes, cancellation);

    public async ValueTask<byte[]> ContentAsync(long sequence, CancellationToken cancellation)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, $"api/v1/content/parts/{sequence}");
        return await SendAsync(message, Parts, Limits.ContentBytes, cancellation);
    }

    public async ValueTask<byte[]> ContentPartsAsync(IReadOnlyList<byte[]> digests, CancellationToken cancellation)
    {
        var body = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(new(digests), ProtocolJson.Default.ContentPartsRequest));
        body.Headers.ContentType = new(Json);
        using var message = new HttpRequestMessage(HttpMethod.Post, "api/v1/content/parts") { Content = body };
        return await SendAsync(message, Parts, Limits.ContentBytes, cancellation);
    }

    private async ValueTask<T> GetAsync<T>(string path, JsonTypeInfo<T> type, int maximumBytes, CancellationToken cancellation)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, path);
        return Parse(await SendAsync(message, Json, maximumBytes, cancellation), type);
    }

    private async ValueTask<byte[]> SendAsync(HttpRequestMessage message, string expected, int maximumBytes, CancellationToken cancellation)
    {
        try
        {
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (response.StatusCode == HttpStatusCode.OK && response.Content.Headers.ContentType?.MediaType == expected)
            {
                return await ReadAsync(response, maximumBytes, cancellation);
            }

            throw await RefusalAsync(response, cancellation);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException
            || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new ReportingPointUnreachableException(cause: failure);
        }
    }

    private static async ValueTask<Exception> RefusalAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var isForUs = response.StatusCode is >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError
            and not HttpStatusCode.TooManyRequests and not HttpStatusCode.RequestTimeout
            && response.Content.Headers.ContentType?.MediaType == "application/problem+json";
        if (isForUs && TryParse(await ReadAsync(response, JsonBytes, cancellation), ProtocolJson.Default.Problem) is { Code.Length: > 0 } problem)
        {
            return new ReportingPointRefusedException(IsOlder(problem) ? SyncRefusals.ReportingPointOlder : problem.Code);
        }

        return new ReportingPointUnreachableException(RetryAfter(response.Headers));
    }

    private static bool IsOlder(Problem problem) =>
        problem is { Code: Refusals.VersionUnsupported, Versions: { Count: > 0 } spoken } && spoken.Max() < Frame.Versions.Min();

    /// <summary>A date is measured against the answer's own date: this device's clock may be wrong.</summary>
    private static TimeSpan? RetryAfter(HttpResponseHeaders headers)
    {
        var asked = headers.RetryAfter?.Delta ?? (headers.RetryAfter?.Date - headers.Date);
        return asked > TimeSpan.Zero ? asked : null;
    }

    private static async ValueTask<byte[]> ReadAsync(HttpResponseMessage response, int maximumBytes, CancellationToken cancellation)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellation)) > 0)
        {
            if (read > maximumBytes - bytes.Length)
            {
                throw new IOException($"The answer is longer than {maximumBytes} bytes.");
            }

            bytes.Write(buffer.AsSpan(0, read));
        }

        return bytes.ToArray();
    }

    private static T Parse<T>(byte[] json, JsonTypeInfo<T> type) => TryParse(json, type) ?? throw new ReportingPointUnreachableException();

    private static T? TryParse<T>(byte[] json, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(json, type);
        }
        catch (JsonException)
        {
            return default;
        }
    }
}

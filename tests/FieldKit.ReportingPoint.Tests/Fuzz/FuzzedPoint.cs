using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FieldKit.Content;
using FieldKit.Crypto;
using FieldKit.Device.Tests.Integration;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Content;
using FieldKit.ReportingPoint.Intake;
using FieldKit.ReportingPoint.Tests.Personas;
using FieldKit.TestKit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace FieldKit.ReportingPoint.Tests.Fuzz;

/// <summary>
/// The real program on a real port, and its doors that anybody reaches. How often one may come is tested elsewhere: here each
/// request comes from an address of its own, and a device may send as much as it likes.
/// </summary>
internal sealed class FuzzedPoint : IDisposable
{
    private const string Unlimited = "2000000000";
    private readonly TemporaryFolder folder = new();
    private readonly StartedProgram program;
    private readonly DeskWorker desk = new(new("http://nowhere/"));
    private readonly HttpClient http;
    private readonly KeyPair keys = KeyPair.Generate();
    private readonly Guid device = Guid.CreateVersion7();
    private readonly byte[] token = RandomNumberGenerator.GetBytes(32);
    private int addresses;

    public FuzzedPoint()
    {
        File.WriteAllBytes(folder.File("setup.json"), JsonSerializer.SerializeToUtf8Bytes(desk.Setup, ProtocolJson.Default.ReportingPointSetup));
        program = new(folder);
        program.UseKestrel();
        program.StartServer();
        http = new(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = program.ClientOptions.BaseAddress };
    }

    private string Authorization => $"Bearer {device:N}.{Base64Url.EncodeToString(token)}";

    public async Task EnrolAsync()
    {
        using var answer = await http.PostAsJsonAsync("api/v1/enrolment", await EnrolmentAsync(), ProtocolJson.Default.EnrolmentRequest);
        answer.EnsureSuccessStatusCode();
    }

    public async Task<IReadOnlyList<FuzzTarget>> DoorsAsync()
    {
        var request = Frames.Request(3);
        var frame = ExchangeFrame.Write(request, Frames.Bodies(request));
        var unused = JsonSerializer.SerializeToUtf8Bytes((await EnrolmentAsync()) with { Device = Guid.CreateVersion7() }, ProtocolJson.Default.EnrolmentRequest);
        return
        [
            new("door of exchanges: frame", [frame], bytes => TakesAsync("api/v1/exchange", Frame.ContentType, bytes, Authorization)),
            new(
                "door of exchanges: JSON header", [JsonSerializer.SerializeToUtf8Bytes(request, ProtocolJson.Default.ExchangeRequest)],
                json => TakesAsync("api/v1/exchange", Frame.ContentType, Frames.WithHeader(json, Frames.Bodies(request)), Authorization)),
            new(
                "door of exchanges: token", [Encoding.ASCII.GetBytes(Authorization)],
                bytes => TakesAsync("api/v1/exchange", Frame.ContentType, frame, Sendable(bytes))),
            new("door of enrolment", [unused], bytes => TakesAsync("api/v1/enrolment", "application/json", bytes, null)),
        ];
    }

    /// <summary>What the program, or the web server under it, logged as an error.</summary>
    public IReadOnlyCollection<string> Errors => program.Errors;

    /// <summary>After all that, a good exchange.</summary>
    public async Task<bool> StillWorksAsync()
    {
        var request = Frames.Request(1);
        using var answer = await PostAsync("api/v1/exchange", Frame.ContentType, ExchangeFrame.Write(request, Frames.Bodies(request)), Authorization);
        return answer.IsSuccessStatusCode
            && ExchangeFrame.ReadResponse(await answer.Content.ReadAsByteArrayAsync()).Header.Outcomes.Single().Sequence is not null;
    }

    public void Dispose()
    {
        http.Dispose();
        program.Dispose();
        desk.Dispose();
        keys.Dispose();
        folder.Dispose();
    }

    private async Task<EnrolmentRequest> EnrolmentAsync()
    {
        var code = await program.Services.GetRequiredService<EnrolmentCodes>().IssueAsync("utrecht", "Jongerenwerk", "jongerenwerk", CancellationToken.None);
        return new(code.Whole, device, keys.PublicKey, SHA256.HashData(token));
    }

    /// <summary>A refusal is 4xx with problem details; anything else that is no success fails.</summary>
    private async Task<bool> TakesAsync(string path, string mediaType, byte[] body, string? authorization, int tries = 3)
    {
        HttpResponseMessage answer;
        try
        {
            answer = await PostAsync(path, mediaType, body, authorization);
        }
        catch (HttpRequestException) when (tries > 1)
        {
            // The server closes a connection on which too much was sent; a client may meet that before the refusal, or with its next request.
            return await TakesAsync(path, mediaType, body, authorization, tries - 1);
        }
        catch (HttpRequestException) when (body.Length > Limits.FrameBytes)
        {
            return false;
        }

        using var _ = answer;
        if (answer.IsSuccessStatusCode)
        {
            return true;
        }

        return answer.StatusCode is >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError and not HttpStatusCode.TooManyRequests
            && answer.Content.Headers.ContentType?.MediaType == "application/problem+json"
            ? false
            : throw new InvalidOperationException($"Answered {(int)answer.StatusCode} ({answer.Content.Headers.ContentType?.MediaType}).");
    }

    private async Task<HttpResponseMessage> PostAsync(string path, string mediaType, byte[] body, string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", new IPAddress((uint)Interlocked.Increment(ref addresses)).ToString());
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return await http.SendAsync(request);
    }

    /// <summary>A client cannot send other bytes in a header.</summary>
    private static string Sendable(byte[] bytes) => string.Concat(bytes.Take(4_000).Select(letter => (char)(' ' + (letter % ('~' - ' ' + 1)))));

    private sealed class StartedProgram(TemporaryFolder folder) : WebApplicationFactory<EnrolmentCodes>, ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Errors { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Errors.Enqueue($"{formatter(state, exception)} {exception?.GetType()}");
            }
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
            .UseContentRoot(Directory.CreateDirectory(folder.File("")).FullName)
            .UseUrls("http://127.0.0.1:0")
            .UseSetting("data", folder.File("data"))
            .UseSetting("setup", folder.File("setup.json"))
            .UseSetting("proxy", "127.0.0.1,::1")
            .UseSetting("limits:exchanges-of-a-device", Unlimited)
            .UseSetting("limits:bytes-of-a-device", Unlimited)
            .ConfigureTestServices(services => services
                .Replace(ServiceDescriptor.Singleton<CompileContent>(builtOn => new CompilationResult(SmallContent.Bundle(builtOn), []))))
            .ConfigureLogging(logging => logging.ClearProviders().AddProvider(this));
    }
}

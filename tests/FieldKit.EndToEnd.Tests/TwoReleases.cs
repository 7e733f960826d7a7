using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>
/// Stands before the running site as a proxy does, and from <see cref="Publish"/> on serves another release of the app: one page
/// differs, and the service worker's list of files with it.
/// </summary>
internal sealed partial class TwoReleases : IAsyncDisposable
{
    /// <summary>Finds what only the second release has.</summary>
    public const string MarkOfTheSecond = "meta[name=test-release]";

    public const string SecondVersion = "second";

    private readonly HttpListener listener = new();
    private readonly HttpClient upstream;
    private readonly Task serving;
    private volatile bool published;

    public TwoReleases(Uri site)
    {
        upstream = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = site };
        Address = new($"http://localhost:{FreePort.Find()}/");
        listener.Prefixes.Add(Address.ToString());
        listener.Start();
        serving = ServeAsync();
    }

    public Uri Address { get; }

    public void Publish() => published = true;

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await serving;
        listener.Close();
        upstream.Dispose();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext asked;
            try
            {
                asked = await listener.GetContextAsync();
            }
            catch (Exception stopped) when (stopped is HttpListenerException or InvalidOperationException)
            {
                // Stopped while waiting, or between two requests.
                return;
            }

            _ = Task.Run(() => AnswerAsync(asked));
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            using var answer = await ForwardAsync(context.Request);
            var body = await BodyAsync(answer, context.Request.Url!.AbsolutePath);
            context.Response.StatusCode = (int)answer.StatusCode;
            foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
            {
                if (name is not ("Transfer-Encoding" or "Content-Length" or "Connection" or "ETag" or "Last-Modified" or "Keep-Alive"))
                {
                    context.Response.Headers[name] = string.Join(", ", values);
                }
            }

            context.Response.ContentLength64 = body.Length;
            if (context.Request.HttpMethod != "HEAD")
            {
                await context.Response.OutputStream.WriteAsync(body);
            }

            context.Response.Close();
        }
        catch (Exception gone) when (gone is HttpListenerException or HttpRequestException or IOException or ObjectDisposedException)
        {
            // The browser left, or the site did.
            context.Response.Abort();
        }
    }

    private async Task<HttpResponseMessage> ForwardAsync(HttpListenerRequest asked)
    {
        using var request = new HttpRequestMessage(new(asked.HttpMethod), asked.RawUrl);
        if (asked.HasEntityBody)
        {
            var body = new MemoryStream();
            await asked.InputStream.CopyToAsync(body);
            request.Content = new ByteArrayContent(body.ToArray());
        }

        foreach (var name in asked.Headers.AllKeys.OfType<string>())
        {
            // Whole files without compression, so that they can be changed here.
            if (name is not ("Host" or "Accept-Encoding" or "If-None-Match" or "If-Modified-Since" or "Connection" or "Content-Length")
                && !request.Headers.TryAddWithoutValidation(name, asked.Headers[name]))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, asked.Headers[name]);
            }
        }

        return await upstream.SendAsync(request);
    }

    private async Task<byte[]> BodyAsync(HttpResponseMessage answer, string path)
    {
        var body = await answer.Content.ReadAsByteArrayAsync();
        if (!published)
        {
            return body;
        }

        if (path == "/service-worker-assets.js")
        {
            var page = Second(await upstream.GetByteArrayAsync("index.html"));
            var list = VersionPattern().Replace(Encoding.UTF8.GetString(body), $"\"version\": \"{SecondVersion}\"", 1);
            return Encoding.UTF8.GetBytes(PageHashPattern().Replace(list, match =>
                match.Value.Replace(match.Groups[1].Value, $"sha256-{Convert.ToBase64String(SHA256.HashData(page))}", StringComparison.Ordinal)));
        }

        return answer.Content.Headers.ContentType?.MediaType == "text/html" ? Second(body) : body;
    }

    private static byte[] Second(byte[] page) => Encoding.UTF8.GetBytes(
        Encoding.UTF8.GetString(page).Replace("<title>", "<meta name=\"test-release\" content=\"second\"><title>", StringComparison.Ordinal));

    [GeneratedRegex("\"version\":\\s*\"[^\"]*\"")]
    private static partial Regex VersionPattern();

    [GeneratedRegex("\\{\\s*\"hash\":\\s*\"([^\"]*)\",\\s*\"url\":\\s*\"index\\.html\"\\s*\\}")]
    private static partial Regex PageHashPattern();
}

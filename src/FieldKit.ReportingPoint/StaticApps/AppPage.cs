using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace FieldKit.ReportingPoint.StaticApps;

/// <summary>The one HTML page of an app, given for every address inside it. Always checked for freshness: it names the release.</summary>
internal sealed class AppPage(IFileProvider files, string path)
{
    public Task AnswerAsync(HttpContext context)
    {
        var compressed = files.GetFileInfo(path + ".br");
        var brotli = compressed.Exists && Accepts(context.Request, "br");
        var file = brotli ? compressed : files.GetFileInfo(path);
        if (!file.Exists)
        {
            return Results.NotFound().ExecuteAsync(context);
        }

        var headers = context.Response.Headers;
        headers.CacheControl = "no-cache";
        headers.Vary = HeaderNames.AcceptEncoding;
        if (brotli)
        {
            headers.ContentEncoding = "br";
        }

        var tag = new EntityTagHeaderValue($"\"{file.LastModified.ToUnixTimeMilliseconds():x}-{file.Length:x}{(brotli ? "-br" : "")}\"");
        return Results.Stream(file.CreateReadStream(), "text/html; charset=utf-8", lastModified: file.LastModified, entityTag: tag)
            .ExecuteAsync(context);
    }

    private static bool Accepts(HttpRequest request, string encoding) =>
        request.GetTypedHeaders().AcceptEncoding.Any(accepted =>
            accepted.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && accepted.Quality is not 0);
}

using FieldKit.Content;
using FieldKit.Protocol;
using Microsoft.Net.Http.Headers;

namespace FieldKit.ReportingPoint.Content;

internal static class ContentFeature
{
    public static void AddContent(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CompileContent>(services =>
        {
            var folder = services.GetRequiredService<IConfiguration>()["content"] ?? "content";
            return builtOn => ContentCompiler.Compile(folder, builtOn);
        });
        builder.Services.AddSingleton<PublishedContent>();
        builder.Services.AddHostedService<ContentPublication>();
    }

    public static void MapContent(this WebApplication app)
    {
        var content = app.MapGroup("/api/v1/content");
        content.MapGet("/manifest", (PublishedContent published) =>
            Results.Json(published.Manifest(), ProtocolJson.Default.ContentManifest));
        content.MapGet("/bundle", (PublishedContent published, HttpContext context) => Bundle(published, context));
    }

    private static IResult Bundle(PublishedContent published, HttpContext context)
    {
        // One address whose bytes change with the content: kept by clients, but asked after each time.
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        var compressed = context.Request.GetTypedHeaders().AcceptEncoding
            .Any(encoding => encoding.Value.Equals("br", StringComparison.OrdinalIgnoreCase) && encoding.Quality is not 0);
        if (compressed)
        {
            context.Response.Headers.ContentEncoding = "br";
        }

        // Two representations, two tags: a strong tag stands for exact bytes.
        var tag = $"\"{Convert.ToHexStringLower(published.Sha256)}{(compressed ? "-br" : "")}\"";
        return Results.Bytes(compressed ? published.Brotli : published.Bytes, "application/json", entityTag: new(tag));
    }
}

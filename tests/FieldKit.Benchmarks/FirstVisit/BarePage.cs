using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Logging;

namespace FieldKit.Benchmarks.FirstVisit;

/// <summary>The floor: a bare page, bundled and compressed as the app is, from the smallest server that answers alike.</summary>
internal sealed class BarePage : IAsyncDisposable
{
    private static readonly FileExtensionContentTypeProvider ContentTypes = new()
    {
        Mappings = { [".dll"] = "application/octet-stream", [".dat"] = "application/octet-stream" },
    };

    private readonly string folder = RepositoryRoot.Of("artifacts", "bare", "wwwroot");
    private readonly WebApplication server;

    private BarePage()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Address.ToString());
        server = builder.Build();
        server.Run(AnswerAsync);
    }

    public Uri Address { get; } = new($"http://localhost:{FreePort.Find()}/");

    public static async Task<BarePage> StartAsync()
    {
        var page = new BarePage();
        await page.server.StartAsync();
        return page;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        var name = context.Request.Path.Value is "/" or null ? "index.html" : context.Request.Path.Value[1..];
        var file = new FileInfo(Path.Combine(folder, name + ".br"));
        if (!file.Exists)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        var headers = context.Response.Headers;
        headers.ContentEncoding = "br";
        headers.CacheControl = name.StartsWith("_framework/", StringComparison.Ordinal) && name.Split('.').Length > 2
            ? "public, max-age=31536000, immutable"
            : "no-cache";
        ContentTypes.TryGetContentType(name, out var type);
        return Results.File(
            file.FullName,
            type,
            lastModified: file.LastWriteTimeUtc,
            entityTag: new($"\"{file.Length:x}-{file.LastWriteTimeUtc.Ticks:x}\"")).ExecuteAsync(context);
    }
}

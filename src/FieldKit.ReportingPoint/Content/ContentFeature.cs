using System.IO.Compression;
using FieldKit.Content;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Description;
using FieldKit.ReportingPoint.Doorstep;

namespace FieldKit.ReportingPoint.Content;

internal static class ContentFeature
{
    private const string PartsType = "application/vnd.fieldkit.parts";

    /// <summary>As many digests in base64 as there can be parts, and the rest.</summary>
    private const int RequestBytes = Limits.ContentParts * 64;

    public static void AddContent(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CompileContent>(services =>
        {
            var folder = services.GetRequiredService<IConfiguration>()["content"] ?? "content";
            return builtOn => ContentCompiler.Compile(folder, builtOn);
        });
        builder.Services.AddSingleton<PublishedContent>();
        builder.Services.AddSingleton<LatestContent>();
        builder.Services.AddScoped<ContentUpload>();
        builder.Services.AddHostedService<ContentPublication>();
    }

    /// <summary>Content is public: nobody has to say who they are to read a guide.</summary>
    public static void MapContent(this WebApplication app)
    {
        var content = app.MapGroup("/api/v1/content").WithTags(Tags.Content).AddEndpointFilter(LatestContent.Look);
        content.MapGet("/manifest", (PublishedContent published, HttpContext context) => published.Manifest().To(context, "application/json"))
            .Described("contentManifest", "What the content consists of, signed. With an entity tag.")
            .Gives(typeof(ContentManifest))
            .GivesNothing(StatusCodes.Status304NotModified);
        content.MapGet("/parts/{sequence:long}", (long sequence, PublishedContent published, HttpContext context) =>
            published.Current is { } current && current.Sequence == sequence ? current.All.To(context, PartsType) : Refusal.NotFound)
            .Described("contentPartsOf", "All parts of the content with this sequence.")
            .GivesBytes(PartsType)
            .GivesNothing(StatusCodes.Status304NotModified)
            .Refuses(Refusal.NotFound);
        content.MapPost("/parts", (PublishedContent published, HttpRequest request) => PartsAsync(published, request))
            .Described("contentParts", "The parts with these digests.")
            .Takes(typeof(ContentPartsRequest))
            .GivesBytes(PartsType)
            .Refuses(Refusal.NotFound);
    }

    private static async Task<IResult> PartsAsync(PublishedContent published, HttpRequest request)
    {
        var asked = await RequestBody.ReadJsonAsync(request, ProtocolJson.Default.ContentPartsRequest, RequestBytes);
        if (asked.Parts.Count > Limits.ContentParts)
        {
            return Refusal.TooLarge;
        }

        if (asked.Parts.Any(digest => digest is null))
        {
            return Refusal.Malformed;
        }

        // Also when another edition was published since the manifest went out: the device begins again.
        if (published.Current.Parts(asked.Parts) is not { } bytes)
        {
            return Refusal.NotFound;
        }

        return Results.Bytes(Answer.Accepts(request.HttpContext) ? Answer.Compress(bytes, CompressionLevel.Optimal) : bytes, PartsType);
    }
}

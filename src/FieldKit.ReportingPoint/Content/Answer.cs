using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace FieldKit.ReportingPoint.Content;

/// <summary>Bytes that are compressed once and asked for often.</summary>
internal sealed record Answer(byte[] Plain, byte[] Brotli, string Tag)
{
    public static Answer Compressed(byte[] plain) => new(plain, Compress(plain, CompressionLevel.SmallestSize), Convert.ToHexStringLower(SHA256.HashData(plain)));

    /// <param name="level">The smallest takes twenty times as long as the next: not for what anybody can make us do again and again.</param>
    public static byte[] Compress(byte[] bytes, CompressionLevel level)
    {
        using var target = new MemoryStream();
        using (var brotli = new BrotliStream(target, level))
        {
            brotli.Write(bytes);
        }

        return target.ToArray();
    }

    /// <summary>With a tag, so that who has these bytes is told so instead of sent them.</summary>
    public IResult To(HttpContext context, string mediaType)
    {
        // One address whose bytes change with the content: kept by clients, but asked after each time.
        context.Response.Headers.CacheControl = "no-cache";
        var compressed = Accepts(context);

        // Two representations, two tags: a strong tag stands for exact bytes.
        return Results.Bytes(compressed ? Brotli : Plain, mediaType, entityTag: new($"\"{Tag}{(compressed ? "-br" : "")}\""));
    }

    /// <summary>Whether Brotli is accepted; when it is, the answer says that it is Brotli.</summary>
    public static bool Accepts(HttpContext context)
    {
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        var accepted = context.Request.GetTypedHeaders().AcceptEncoding
            .Any(encoding => encoding.Value.Equals("br", StringComparison.OrdinalIgnoreCase) && encoding.Quality is not 0);
        if (accepted)
        {
            context.Response.Headers.ContentEncoding = "br";
        }

        return accepted;
    }
}

using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace FieldKit.ReportingPoint.Doorstep;

/// <summary>Reads a whole body, within a bound, or says why not.</summary>
internal static class RequestBody
{
    /// <exception cref="BadHttpRequestException">413: more than <paramref name="limit"/> bytes.</exception>
    public static async Task<byte[]> ReadBytesAsync(HttpRequest request, int limit)
    {
        if (request.ContentLength > limit)
        {
            throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
        }

        if (request.ContentLength is { } announced)
        {
            // Kestrel gives no byte more than was announced; one that sends less has gone.
            var whole = new byte[announced];
            await request.Body.ReadExactlyAsync(whole, request.HttpContext.RequestAborted);
            return whole;
        }

        using var body = new MemoryStream();
        var piece = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(piece, request.HttpContext.RequestAborted)) > 0;)
        {
            if (body.Length + read > limit)
            {
                throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
            }

            body.Write(piece, 0, read);
        }

        return body.ToArray();
    }

    /// <exception cref="BadHttpRequestException">415: not JSON; 413: too large; 400: not of this shape.</exception>
    public static async Task<T> ReadJsonAsync<T>(HttpRequest request, JsonTypeInfo<T> type, int limit)
        where T : class
    {
        if (!request.HasJsonContentType())
        {
            throw new BadHttpRequestException("Not JSON.", StatusCodes.Status415UnsupportedMediaType);
        }

        try
        {
            return JsonSerializer.Deserialize(await ReadBytesAsync(request, limit), type)
                ?? throw new BadHttpRequestException("The body is null.");
        }
        catch (JsonException)
        {
            // Without the cause: its message may quote what was sent.
            throw new BadHttpRequestException("The body cannot be read.");
        }
    }
}

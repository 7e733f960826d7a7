using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace FieldKit.Protocol;

/// <summary>The JSON header of a frame, deflated: bounded while inflating, so that few bytes cannot become many.</summary>
internal static class FrameHeader
{
    public static byte[] Deflate(byte[] json)
    {
        using var target = new MemoryStream();
        using (var deflate = new DeflateStream(target, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(json);
        }

        return target.ToArray();
    }

    public static T Parse<T>(ReadOnlySpan<byte> deflated, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(Inflate(deflated).Span, type)
                ?? throw new MalformedFrameException(Refusals.Malformed, "The frame's header is null.");
        }
        catch (Exception failure) when (failure is InvalidDataException or JsonException)
        {
            throw new MalformedFrameException(Refusals.Malformed, "The frame's header cannot be read.", failure);
        }
    }

    private static ReadOnlyMemory<byte> Inflate(ReadOnlySpan<byte> deflated)
    {
        using var source = new DeflateStream(new MemoryStream(deflated.ToArray()), CompressionMode.Decompress);
        using var target = new MemoryStream();
        var piece = new byte[8192];
        for (int read; (read = source.Read(piece)) > 0;)
        {
            if (target.Length + read > Limits.HeaderBytes)
            {
                throw new MalformedFrameException(Refusals.TooLarge, "The frame's header is too large.");
            }

            target.Write(piece, 0, read);
        }

        return target.GetBuffer().AsMemory(0, (int)target.Length);
    }
}

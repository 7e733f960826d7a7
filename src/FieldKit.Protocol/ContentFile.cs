using System.Buffers.Binary;
using System.Text.Json;

namespace FieldKit.Protocol;

/// <summary>
/// Content as one file: what an editor builds, signs, verifies and publishes, and what a reporting point stores.
/// "FKC", the format as a byte, the manifest's length (u32 little-endian), the manifest's JSON, the parts in its order.
/// </summary>
/// <param name="Parts">Bytes of each part, in the manifest's order.</param>
public sealed record ContentFile(ContentManifest Manifest, IReadOnlyList<byte[]> Parts)
{
    public const string ContentType = "application/vnd.fieldkit.content";

    private const int HeadBytes = 8;

    /// <summary>Bytes of the largest file that is read.</summary>
    public const int MaximumBytes = HeadBytes + Limits.ContentManifestBytes + Limits.ContentBytes;

    public byte[] Write()
    {
        var manifest = JsonSerializer.SerializeToUtf8Bytes(Manifest, ProtocolJson.Default.ContentManifest);
        var head = new byte[HeadBytes];
        "FKC"u8.CopyTo(head);
        head[3] = ContentManifest.PresentFormat;
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(4), (uint)manifest.Length);
        return ContentBytes.Join([head, manifest, .. Parts]);
    }

    /// <summary>Reads what <see cref="Write"/> made; checks bounds and digests, not the signature.</summary>
    /// <exception cref="MalformedContentException">Anything else.</exception>
    public static ContentFile Read(byte[] bytes)
    {
        if (bytes.Length < HeadBytes || !bytes.AsSpan(0, 3).SequenceEqual("FKC"u8))
        {
            throw new MalformedContentException("this is not a FieldKit content file, or it was cut off");
        }

        if (bytes[3] != ContentManifest.PresentFormat)
        {
            throw new MalformedContentException($"format {bytes[3]} is not known here");
        }

        var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4));
        if (length > Limits.ContentManifestBytes || length > bytes.Length - HeadBytes)
        {
            throw new MalformedContentException("the manifest is too long, or the file was cut off");
        }

        var manifest = ReadManifest(bytes.AsSpan(HeadBytes, (int)length));
        return ContentBytes.Split(bytes.AsSpan(HeadBytes + (int)length), manifest.Parts) is { } parts
            ? new(manifest, parts)
            : throw new MalformedContentException("the parts are not what the manifest says: altered, or cut off");
    }

    private static ContentManifest ReadManifest(ReadOnlySpan<byte> json)
    {
        try
        {
            var manifest = JsonSerializer.Deserialize(json, ProtocolJson.Default.ContentManifest)
                ?? throw new MalformedContentException("the manifest is empty");
            return manifest.Fault() is { } fault ? throw new MalformedContentException(fault) : manifest;
        }
        catch (JsonException)
        {
            throw new MalformedContentException("the manifest cannot be read");
        }
    }
}

/// <summary>Bytes that are no content file. The message is for the person at the command line.</summary>
public sealed class MalformedContentException(string message) : Exception(message);

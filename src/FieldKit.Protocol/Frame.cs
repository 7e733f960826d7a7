using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace FieldKit.Protocol;

/// <summary>A header and the sealed bodies that it announces, in order.</summary>
public sealed record Frame<T>(T Header, IReadOnlyList<byte[]> Bodies);

/// <summary>
/// The framed binary of an exchange: "FKF", version byte, u32 little-endian length of the header,
/// header (JSON, raw Deflate), then the bodies one after the other. Nothing may follow.
/// </summary>
public static class Frame
{
    public const string ContentType = "application/vnd.fieldkit.frame";
    public const byte Version = 1;

    /// <summary>All that is read here.</summary>
    public static IReadOnlyList<int> Versions { get; } = [Version];

    private const int PrefixBytes = 8;
    private static ReadOnlySpan<byte> Magic => "FKF"u8;

    /// <param name="bodies">In the order, and of the lengths, that the header announces.</param>
    public static byte[] Write<T>(T header, JsonTypeInfo<T> type, IReadOnlyList<byte[]> bodies)
    {
        var deflated = FrameHeader.Deflate(JsonSerializer.SerializeToUtf8Bytes(header, type));
        var frame = new byte[PrefixBytes + deflated.Length + bodies.Sum(body => body.Length)];
        Magic.CopyTo(frame);
        frame[Magic.Length] = Version;
        BinaryPrimitives.WriteUInt32LittleEndian(frame.AsSpan(Magic.Length + 1), (uint)deflated.Length);
        deflated.CopyTo(frame, PrefixBytes);
        var offset = PrefixBytes + deflated.Length;
        foreach (var body in bodies)
        {
            body.CopyTo(frame, offset);
            offset += body.Length;
        }

        return frame;
    }

    /// <param name="lengths">The lengths of the bodies that a header announces; may throw <see cref="MalformedFrameException"/>.</param>
    /// <exception cref="MalformedFrameException">Not a frame, of another version, or beyond <see cref="Limits"/>.</exception>
    public static Frame<T> Read<T>(ReadOnlySpan<byte> frame, JsonTypeInfo<T> type, Func<T, IReadOnlyList<int>> lengths)
        where T : class
    {
        var headerLength = ReadPrefix(frame);
        var header = FrameHeader.Parse(frame.Slice(PrefixBytes, headerLength), type);
        return new(header, Cut(frame[(PrefixBytes + headerLength)..], lengths(header)));
    }

    private static int ReadPrefix(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < PrefixBytes || !frame.StartsWith(Magic))
        {
            throw new MalformedFrameException(Refusals.Malformed, "The frame's first bytes are not FKF.");
        }

        if (frame.Length > Limits.FrameBytes)
        {
            throw new MalformedFrameException(Refusals.TooLarge, "The frame is too large.");
        }

        if (frame[Magic.Length] != Version)
        {
            throw new MalformedFrameException(Refusals.VersionUnsupported, "The frame has another version.");
        }

        var length = BinaryPrimitives.ReadUInt32LittleEndian(frame[(Magic.Length + 1)..]);
        return length <= frame.Length - PrefixBytes
            ? (int)length
            : throw new MalformedFrameException(Refusals.Malformed, "The frame ends within its header.");
    }

    private static byte[][] Cut(ReadOnlySpan<byte> rest, IReadOnlyList<int> lengths)
    {
        var bodies = new byte[lengths.Count][];
        for (var index = 0; index < bodies.Length; index++)
        {
            if (lengths[index] < 0 || lengths[index] > rest.Length)
            {
                throw new MalformedFrameException(Refusals.Malformed, "The frame ends within a body.");
            }

            bodies[index] = rest[..lengths[index]].ToArray();
            rest = rest[lengths[index]..];
        }

        return rest.IsEmpty ? bodies : throw new MalformedFrameException(Refusals.Malformed, "Bytes follow the last body.");
    }
}

using System.Security.Cryptography;

namespace FieldKit.Protocol;

/// <summary>Parts travel one after the other, without anything between them: the manifest says where each ends.</summary>
public static class ContentBytes
{
    public static byte[] Join(IEnumerable<byte[]> parts)
    {
        using var all = new MemoryStream();
        foreach (var part in parts)
        {
            all.Write(part);
        }

        return all.ToArray();
    }

    /// <returns>The bytes of each part, in order; null when they are not exactly what the manifest says.</returns>
    public static IReadOnlyList<byte[]>? Split(ReadOnlySpan<byte> bytes, IReadOnlyList<ContentPart> parts)
    {
        if (bytes.Length != parts.Sum(part => (long)part.Size))
        {
            return null;
        }

        var found = new List<byte[]>(parts.Count);
        foreach (var part in parts)
        {
            var one = bytes[..part.Size].ToArray();
            if (!IsPart(one, part))
            {
                return null;
            }

            found.Add(one);
            bytes = bytes[part.Size..];
        }

        return found;
    }

    public static bool IsPart(byte[] bytes, ContentPart part) =>
        bytes.Length == part.Size && SHA256.HashData(bytes).AsSpan().SequenceEqual(part.Sha256);
}

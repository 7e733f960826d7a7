using System.Globalization;
using System.Text;

namespace FieldKit.Protocol;

/// <summary>One item of the content by name and digest. The name tells people what it is; devices go by the digest.</summary>
/// <param name="Name">List and id: "contacts/T01".</param>
/// <param name="Size">Bytes, before any transfer compression.</param>
public sealed record ContentPart(string Name, byte[] Sha256, int Size);

/// <summary>What a reporting point publishes: all parts by digest, under one signature (docs/protocol.md).</summary>
/// <param name="Sequence">Counts up with every publication; a device never goes back.</param>
/// <param name="ValidUntil">Last day on which the content counts as current.</param>
/// <param name="Parts">Each name once, in ordinal order.</param>
/// <param name="Signature">Over <see cref="Statement"/>; null only in a file that is still to be signed.</param>
public sealed record ContentManifest(
    int Format, long Sequence, DateOnly BuiltOn, DateOnly ValidUntil, IReadOnlyList<ContentPart> Parts, byte[]? Signature)
{
    public const int PresentFormat = 2;

    private const int DigestBytes = 32;
    private const int NameLength = 80;

    /// <summary>The bytes that are signed: UTF-8 lines, so that nothing depends on how JSON is written.</summary>
    public byte[] Statement()
    {
        var text = new StringBuilder("fieldkit-content-2\n")
            .Append(CultureInfo.InvariantCulture, $"{Sequence}\n{BuiltOn:yyyy-MM-dd}\n{ValidUntil:yyyy-MM-dd}\n");
        foreach (var part in Parts)
        {
            text.Append(CultureInfo.InvariantCulture, $"{part.Name} {Convert.ToHexStringLower(part.Sha256)} {part.Size}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <returns>Why no device would take this manifest, or null. Says nothing about the signature.</returns>
    public string? Fault()
    {
        if (Format != PresentFormat)
        {
            return $"format {Format} is not known here";
        }

        if (Sequence < 0 || Parts.Count > Limits.ContentParts)
        {
            return Sequence < 0 ? "the sequence is below 0" : $"there are more than {Limits.ContentParts} parts";
        }

        // JSON can hold null where a list of parts is promised.
        if (Parts.Any(part => part is null))
        {
            return "a part is missing";
        }

        var names = Parts.Select(part => part.Name).ToList();
        return Parts.Select(Fault).FirstOrDefault(fault => fault is not null)
            ?? (names.Zip(names.Skip(1)).All(pair => string.CompareOrdinal(pair.First, pair.Second) < 0) ? null : "the parts are not in order")
            ?? (Parts.Sum(part => (long)part.Size) > Limits.ContentBytes ? $"the parts are larger than {Limits.ContentBytes} bytes together" : null);
    }

    /// <summary>Signed texts hold names between spaces and line breaks, so names hold neither.</summary>
    private static string? Fault(ContentPart part) =>
        part.Name.Length is 0 or > NameLength || !part.Name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '-' or '_')
            ? "a part has a name that cannot be used"
            : part.Sha256.Length != DigestBytes ? $"{part.Name} has no SHA-256"
            : part.Size is < 0 or > Limits.ContentPartBytes ? $"{part.Name} is larger than {Limits.ContentPartBytes} bytes"
            : null;
}

/// <summary>Which parts a device still lacks.</summary>
/// <param name="Parts">SHA-256 of each.</param>
public sealed record ContentPartsRequest(IReadOnlyList<byte[]> Parts);

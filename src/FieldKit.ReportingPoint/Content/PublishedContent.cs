using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using FieldKit.Crypto;
using FieldKit.Domain;
using FieldKit.Domain.Municipalities;
using FieldKit.Protocol;

namespace FieldKit.ReportingPoint.Content;

/// <summary>The content bundle that devices get, as bytes and as rules for the intake. Set once, at the start.</summary>
internal sealed class PublishedContent(SigningKey signing, TimeProvider clock)
{
    /// <summary>A device that has not been online for this long says that its content is old.</summary>
    private const int ValidDays = 90;

    private ContentBundle? bundle;
    private HashSet<(string Id, int Version)> forms = [];

    public long Sequence { get; private set; }
    public byte[] Bytes { get; private set; } = [];
    public byte[] Brotli { get; private set; } = [];
    public byte[] Sha256 { get; private set; } = [];

    /// <param name="knownForms">Every form version ever published here.</param>
    public void Set(ContentBundle content, long sequence, IEnumerable<(string Id, int Version)> knownForms)
    {
        bundle = content;
        forms = [.. knownForms];
        Sequence = sequence;
        Bytes = JsonSerializer.SerializeToUtf8Bytes(content, DomainJson.Default.ContentBundle);
        Brotli = Compress(Bytes);
        Sha256 = SHA256.HashData(Bytes);
    }

    public bool HasForm(string id, int version) => forms.Contains((id, version));

    public Municipality? Municipality(string id) => bundle?.Municipalities.FirstOrDefault(municipality => municipality.Id == id);

    /// <summary>Signed anew each time, so that a server that runs for months does not hand out content that is about to lapse.</summary>
    public ContentManifest Manifest()
    {
        var validUntil = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(ValidDays);
        return new(Sequence, validUntil, Sha256, signing.Sign(ContentManifest.Statement(Sequence, validUntil, Sha256)));
    }

    private static byte[] Compress(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var brotli = new BrotliStream(target, CompressionLevel.SmallestSize))
        {
            brotli.Write(bytes);
        }

        return target.ToArray();
    }
}

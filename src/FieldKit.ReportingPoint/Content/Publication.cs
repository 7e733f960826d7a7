using FieldKit.Content.Bundles;
using FieldKit.Domain;
using FieldKit.Protocol;

namespace FieldKit.ReportingPoint.Content;

/// <summary>One edition of the content: what devices get, and the rules that the intake takes from it. Never changes.</summary>
internal sealed class Publication
{
    private readonly Dictionary<string, int> places;
    private readonly HashSet<(string Id, int Version)> forms;
    private readonly Lazy<Answer> all;

    /// <param name="forms">Every form version ever published here: old ones stay welcome.</param>
    /// <exception cref="System.Text.Json.JsonException">The file is not content that this program knows.</exception>
    public Publication(ContentFile file, IEnumerable<(string Id, int Version)> forms)
    {
        File = file;
        Bundle = BundleFile.Open(file);
        this.forms = [.. forms];
        places = file.Manifest.Parts.Select((part, at) => (Digest: Convert.ToHexString(part.Sha256), at))
            .DistinctBy(place => place.Digest)
            .ToDictionary(place => place.Digest, place => place.at, StringComparer.Ordinal);
        all = new(() => Answer.Compressed(ContentBytes.Join(file.Parts)));
    }

    public static Publication None { get; } = new(
        new(new(ContentManifest.PresentFormat, 0, DateOnly.MinValue, DateOnly.MinValue, [], null), []), []);

    public ContentFile File { get; }

    public ContentBundle Bundle { get; }

    public long Sequence => File.Manifest.Sequence;

    /// <summary>All parts, for a first visit.</summary>
    public Answer All => all.Value;

    public bool HasForm(string id, int version) => forms.Contains((id, version));

    /// <returns>Null when one of them is not a part of this edition.</returns>
    public byte[]? Parts(IReadOnlyList<byte[]> digests)
    {
        var found = new List<byte[]>(digests.Count);
        foreach (var digest in digests)
        {
            if (!places.TryGetValue(Convert.ToHexString(digest), out var at))
            {
                return null;
            }

            found.Add(File.Parts[at]);
        }

        return ContentBytes.Join(found);
    }
}

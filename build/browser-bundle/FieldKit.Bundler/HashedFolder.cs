using System.Security.Cryptography;

namespace FieldKit.Bundler;

/// <summary>One file as the browser will ask for it.</summary>
internal sealed record Placed(string Name, string Integrity);

/// <summary>Puts files in one folder under names that carry their hash, so that they can be cached for ever.</summary>
internal sealed class HashedFolder
{
    private const int HashDigits = 10;

    private readonly string folder;

    public HashedFolder(string folder, bool hashNames)
    {
        this.folder = folder;
        HashNames = hashNames;
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
    }

    public bool HashNames { get; }

    public long Bytes { get; private set; }

    public Placed Place(string path, string name)
    {
        var content = File.ReadAllBytes(path);
        var hash = SHA256.HashData(content);
        var extension = Path.GetExtension(name);
        var hashed = HashNames
            ? $"{name[..^extension.Length]}.{Convert.ToHexStringLower(hash)[..HashDigits]}{extension}"
            : name;
        Write(hashed, content);
        return new Placed(hashed, "sha256-" + Convert.ToBase64String(hash));
    }

    /// <summary>For the few files that the runtime asks for by a name of its own.</summary>
    public void PlaceAs(string name, byte[] content) => Write(name, content);

    private void Write(string name, byte[] content)
    {
        File.WriteAllBytes(Path.Combine(folder, name), content);
        Bytes += content.Length;
    }
}

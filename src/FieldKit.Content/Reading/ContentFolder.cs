using FieldKit.Content.Guides;

namespace FieldKit.Content.Reading;

/// <summary>The files of a content folder, by kind, in the order of their names so that a bundle is the same on every machine.</summary>
internal sealed class ContentFolder(string folder, Findings findings)
{
    /// <param name="optional">The folder may be missing.</param>
    public IReadOnlyList<YamlMap> Yaml(string kind, bool optional = false) =>
        [.. Files(kind, ".yaml", optional).Select(file => YamlFile.Read(file.Name, file.Text, findings)).OfType<YamlMap>()];

    public IReadOnlyList<GuideText> Markdown(string kind, ICollection<GuideLink> links) =>
        [.. Files(kind, ".md").Select(file => GuideFile.Read(file.Name, file.Text, links, findings)).OfType<GuideText>()];

    /// <summary>One file that must be there; null, with an error noted, when it is not or holds something else.</summary>
    public YamlMap? Map(string name) => Text(name) is { } text ? YamlFile.Read(name, text, findings) : null;

    public IReadOnlyList<YamlMap> List(string name) => Text(name) is { } text ? YamlFile.ReadList(name, text, findings) : [];

    /// <summary>Every text file of the folder, also what is not compiled.</summary>
    public IEnumerable<(string Name, string Text)> Everything() =>
        from path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        where Path.GetExtension(path) is ".yaml" or ".md"
        select (Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText(path));

    private string? Text(string name)
    {
        var path = Path.Combine(folder, name);
        if (File.Exists(path))
        {
            return File.ReadAllText(path);
        }

        findings.Add(name, 1, "no-file", $"The file '{name}' is missing.");
        return null;
    }

    private IEnumerable<(string Name, string Text)> Files(string kind, string extension, bool optional = false)
    {
        var place = Path.Combine(folder, kind);
        if (!Directory.Exists(place))
        {
            if (!optional)
            {
                findings.Add(kind, 1, "no-folder", $"The folder '{kind}' is missing.");
            }

            yield break;
        }

        foreach (var path in Directory.EnumerateFiles(place).Order(StringComparer.Ordinal))
        {
            var name = $"{kind}/{Path.GetFileName(path)}";
            if (Path.GetExtension(path) == extension)
            {
                yield return (name, File.ReadAllText(path));
            }
            else
            {
                findings.Add(name, 1, "unknown-file", $"Files in '{kind}' end in '{extension}'. Rename or move this one.");
            }
        }
    }
}

using FieldKit.Content.Guides;

namespace FieldKit.Content.Reading;

/// <summary>The files of a content folder, by kind, in the order of their names so that a bundle is the same on every machine.</summary>
internal sealed class ContentFolder(IReadOnlyDictionary<string, string> texts, Findings findings)
{
    /// <summary>Characters. Hundreds of contacts fit; what is longer is no text that a person keeps up.</summary>
    private const int Longest = 2 * 1024 * 1024;

    private readonly IReadOnlyList<string> names = [.. texts.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Every file below the folder by its name with forward slashes; the text only of YAML and Markdown.</summary>
    public static IReadOnlyDictionary<string, string> Load(string folder) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/'), path => IsText(path) ? File.ReadAllText(path) : "", StringComparer.Ordinal);

    /// <param name="optional">The folder may be missing.</param>
    public IReadOnlyList<YamlMap> Yaml(string kind, bool optional = false) =>
        [.. Files(kind, ".yaml", optional).Select(file => YamlFile.Read(file.Name, file.Text, findings)).OfType<YamlMap>()];

    public IReadOnlyList<GuideText> Markdown(string kind, ICollection<GuideLink> links) =>
        [.. Files(kind, ".md").Select(file => GuideFile.Read(file.Name, file.Text, links, findings)).OfType<GuideText>()];

    /// <summary>One file that must be there; null, with an error noted, when it is not or holds something else.</summary>
    public YamlMap? Map(string name) => Text(name) is { } text ? YamlFile.Read(name, text, findings) : null;

    public IReadOnlyList<YamlMap> List(string name) => Text(name) is { } text ? YamlFile.ReadList(name, text, findings) : [];

    /// <summary>Every text file of the folder, also what is not compiled.</summary>
    public IEnumerable<(string Name, string Text)> Everything() => names.Where(IsText).Select(name => (name, texts[name]));

    private static bool IsText(string name) => Path.GetExtension(name) is ".yaml" or ".md";

    private string? Text(string name)
    {
        if (!texts.TryGetValue(name, out var text))
        {
            findings.Add(name, 1, "no-file", $"The file '{name}' is missing.");
            return null;
        }

        return IsShortEnough(name, text) ? text : null;
    }

    private IEnumerable<(string Name, string Text)> Files(string kind, string extension, bool optional = false)
    {
        var files = names.Where(name => name.StartsWith(kind + "/", StringComparison.Ordinal)).ToList();
        if (files.Count == 0 && !optional)
        {
            findings.Add(kind, 1, "no-folder", $"The folder '{kind}' is missing, or empty.");
        }

        foreach (var name in files)
        {
            if (name.LastIndexOf('/') == kind.Length && Path.GetExtension(name) == extension)
            {
                if (IsShortEnough(name, texts[name]))
                {
                    yield return (name, texts[name]);
                }
            }
            else
            {
                findings.Add(name, 1, "unknown-file", $"Files in '{kind}' end in '{extension}'. Rename or move this one.");
            }
        }
    }

    private bool IsShortEnough(string name, string text)
    {
        if (text.Length > Longest)
        {
            findings.Add(name, 1, "too-long", $"The file has more than {Longest} characters. Divide it over more files.");
        }

        return text.Length <= Longest;
    }
}

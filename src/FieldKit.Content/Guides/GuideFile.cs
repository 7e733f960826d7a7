using FieldKit.Content.Reading;

namespace FieldKit.Content.Guides;

/// <summary>Reads one Markdown file: front matter between two lines of dashes, then the parts.</summary>
internal static class GuideFile
{
    private const string Fence = "---";

    /// <summary>Where a guide's other language stands: "guides/G01.md" in English is "guides/G01.en.md". Other files hold all languages.</summary>
    public static string InLanguage(string file, string language) =>
        language != "nl" && file.EndsWith(".md", StringComparison.Ordinal) ? $"{file[..^3]}.{language}.md" : file;

    public static GuideText? Read(string file, string text, ICollection<GuideLink> links, Findings findings)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var end = lines[0] == Fence ? Array.IndexOf(lines, Fence, 1) : -1;
        if (end < 0)
        {
            findings.Add(file, 1, "front-matter", "The file begins with front matter between two lines of '---'.");
            return null;
        }

        if (YamlFile.Read(file, string.Join('\n', lines[1..end]), findings, firstLine: 2) is not { } map)
        {
            return null;
        }

        var body = string.Join('\n', lines[(end + 1)..]);
        var name = Path.GetFileNameWithoutExtension(file).Split('.');
        var language = name.Length > 1 ? name[1] : "nl";
        var front = GuideFrontMatter.Read(map, language == "nl");
        return map.From(map.Line, new GuideText(file, name[0], language, front, new GuideMarkdown(file, end + 1, links, findings).Read(body)));
    }
}

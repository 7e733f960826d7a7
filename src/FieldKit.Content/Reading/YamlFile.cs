using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace FieldKit.Content.Reading;

internal static class YamlFile
{
    /// <summary>The one mapping of this text; null, with an error noted, when it is something else.</summary>
    /// <param name="firstLine">Line of the file at which the text begins, from 1.</param>
    public static YamlMap? Read(string file, string text, Findings findings, int firstLine = 1)
    {
        if (Root<YamlMappingNode>(file, text, findings, firstLine, "The file holds one list of 'key: value' lines. Start with 'id:'.") is { } root)
        {
            return new YamlMap(file, root, findings, firstLine - 1);
        }

        return null;
    }

    /// <summary>The mappings of a file that is one list; with an error noted when it is something else.</summary>
    public static IReadOnlyList<YamlMap> ReadList(string file, string text, Findings findings)
    {
        const string Remedy = "The file is a list: each item begins with '- '.";
        if (Root<YamlSequenceNode>(file, text, findings, firstLine: 1, Remedy) is not { } root)
        {
            return [];
        }

        foreach (var other in root.Children.Where(item => item is not YamlMappingNode))
        {
            findings.Add(file, (int)other.Start.Line, "wrong-value", "Each item has 'key: value' lines.");
        }

        return [.. root.Children.OfType<YamlMappingNode>().Select(item => new YamlMap(file, item, findings, lineOffset: 0))];
    }

    private static TNode? Root<TNode>(string file, string text, Findings findings, int firstLine, string remedy)
        where TNode : YamlNode
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new BoundedYaml(new StringReader(text)));
            if (stream.Documents is [{ RootNode: TNode root }])
            {
                return root;
            }

            findings.Add(file, firstLine, "yaml", remedy);
        }
        catch (ArgumentException)
        {
            // YamlDotNet says so of a list or mapping that ends where it cannot.
            findings.Add(file, firstLine, "yaml", "This is not readable YAML. Look at the brackets and indents.");
        }
        catch (YamlException failure)
        {
            findings.Add(file, (int)failure.Start.Line + firstLine - 1, "yaml", $"This is not readable YAML: {failure.Message}");
        }

        return null;
    }
}

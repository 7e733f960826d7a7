using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace FieldKit.Content.Reading;

internal static class YamlFile
{
    /// <summary>The one mapping of this text; null, with an error noted, when it is something else.</summary>
    /// <param name="firstLine">Line of the file at which the text begins, from 1.</param>
    public static YamlMap? Read(string file, string text, Findings findings, int firstLine = 1)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
            {
                return new YamlMap(file, root, findings, firstLine - 1);
            }

            findings.Add(file, firstLine, "yaml", "The file holds one list of 'key: value' lines. Start with 'id:'.");
        }
        catch (YamlException failure)
        {
            findings.Add(file, (int)failure.Start.Line + firstLine - 1, "yaml", $"This is not readable YAML: {failure.Message}");
        }

        return null;
    }
}

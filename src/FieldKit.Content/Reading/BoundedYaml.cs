using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace FieldKit.Content.Reading;

/// <summary>
/// YAML without what content never needs: deep nesting (which would overflow the stack of whoever walks the tree)
/// and anchors (which let a small file stand for an endless one).
/// </summary>
internal sealed class BoundedYaml(TextReader text) : IParser
{
    private const int Deepest = 24;

    private readonly Parser parser = new(text);
    private int depth;

    public ParsingEvent? Current => parser.Current;

    public bool MoveNext()
    {
        try
        {
            if (!parser.MoveNext())
            {
                return false;
            }
        }
        catch (InvalidOperationException failure)
        {
            // YamlDotNet's scanner says so, instead of YamlException, of some texts that are not YAML (a lone '?' in a list, a second byte order mark).
            var at = parser.Current?.End ?? Mark.Empty;
            throw new YamlException(at, at, "Here it stops being YAML. Look at the quotes, brackets and indents from here on.", failure);
        }

        var node = parser.Current!;
        depth += node.NestingIncrease;
        if (depth > Deepest)
        {
            throw new YamlException(node.Start, node.End, $"Lists and mappings stand more than {Deepest} deep in each other.");
        }

        if (node is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
        {
            throw new YamlException(node.Start, node.End, "Anchors ('&', '*') are not used here: write the text out, or put it between quotes.");
        }

        return true;
    }
}

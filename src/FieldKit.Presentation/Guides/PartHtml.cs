using System.Net;
using System.Text.RegularExpressions;

namespace FieldKit.Presentation.Guides;

/// <summary>
/// Takes a guide part's HTML apart. Only for what the content compiler rendered and sanitised (plain blocks and lists):
/// no reader of HTML in general.
/// </summary>
internal static partial class PartHtml
{
    /// <summary>The items of the only flat list, and what stands around it; no items when there is no such list.</summary>
    public static (IReadOnlyList<string> Items, string Around) Questions(string html)
    {
        var lists = List().Matches(html);
        if (lists.Count != 1 || lists[0].Groups["items"].Value.Contains("<ul", StringComparison.Ordinal))
        {
            return ([], html);
        }

        var items = Item().Matches(lists[0].Groups["items"].Value).Select(item => Plain(item.Groups["text"].Value));
        return ([.. items], html.Remove(lists[0].Index, lists[0].Length).Trim());
    }

    /// <summary>The same words without markup: a line for each paragraph and list item.</summary>
    public static string Plain(string html)
    {
        var numbered = Numbered().Replace(html, list =>
        {
            var number = 0;
            return ItemStart().Replace(list.Value, _ => $"\n{++number}. ");
        });
        var lines = Tag().Replace(Block().Replace(ItemStart().Replace(numbered, "\n- "), "\n"), "");
        return string.Join('\n', WebUtility.HtmlDecode(lines).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Replace("- \n", "- ", StringComparison.Ordinal);
    }

    [GeneratedRegex("<ul>(?<items>.*?)</ul>", RegexOptions.Singleline)]
    private static partial Regex List();

    [GeneratedRegex("<li>(?<text>.*?)</li>", RegexOptions.Singleline)]
    private static partial Regex Item();

    [GeneratedRegex("<ol>.*?</ol>", RegexOptions.Singleline)]
    private static partial Regex Numbered();

    // Together with the paragraph that a loose list puts in its item.
    [GeneratedRegex(@"<li>\s*(?:<p>)?")]
    private static partial Regex ItemStart();

    [GeneratedRegex("</?(?:p|ul|ol|blockquote)>|</li>|<br ?/?>")]
    private static partial Regex Block();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}

namespace FieldKit.Content.Fuzzing;

/// <summary>Spoils a text in a few places, as slips, merges and malice do. The same random numbers give the same text.</summary>
internal sealed class TextMutator(Random random, IReadOnlyList<string> others)
{
    private const int MostChanges = 6;
    private const int MostRepeats = 4000;

    /// <summary>What parsers stumble over: nesting, quotes, anchors, tags, odd characters, numbers beyond the edge.</summary>
    private static readonly string[] Nasty =
    [
        "[", "{", "]", "}", "- ", "? ", ": ", ":", "&a ", "*a", "!!binary ", "!<x> ", "|\n", ">-\n", "\"", "'", "\\", "%YAML 9.9\n", "---\n", "...\n", "#", "\t", "\r",
        "~", "null", "true", "99999999999999999999", "-1", "0x7f", "1e999", ".nan", "2026-13-45", "\0", "\u0007", "\u0085", "\u2028", "\uFEFF", "\uFFFF", "\uD83D", "\uDE00", "😀", "e\u0301",
        ":::", "::: step {#a}\n## A\n", "::: step {#a minutes=99999}\n", "::::", "# ", "## \n", "> ", "* ", "1. ", "    ", "`", "```\n", "~~~\n", "**", "__", "![", "](", "<", "<script>", "<!--", "<a href=x>",
        "&#0;", "&amp;", "[x](javascript:x)", "[x](guide:)", "[x](contact:T01 \"t\")", "<https://x>", "[a]: /b\n", "|a|b|\n|-|-|\n", "{", "{naam}", "{#x facts=\"", "{}", "id: x\n", "id: {}\n", "id: []\n", "nl: ", "to: gevaar\n", "facts: [",
    ];

    public string Mutate(string text)
    {
        for (var change = random.Next(1, MostChanges + 1); change > 0; change--)
        {
            text = Change(text);
        }

        return text;
    }

    private string Change(string text)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(text.Length - at, random.Next(1, 1 << random.Next(1, 9)));
        return random.Next(10) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(random.Next(text.Length + 1), text.Substring(at, length)),
            2 or 3 => text.Insert(at, Pick(Nasty)),
            4 => text.Remove(at, length).Insert(at, Pick(Nasty)),
            5 => text.Insert(at, string.Concat(Enumerable.Repeat(Pick(Nasty), random.Next(1, MostRepeats)))),
            6 => text[..at],
            7 => ChangeLine(text),
            8 => text.Insert(at, PieceOf(Pick(others))),
            _ => at < text.Length ? text.Remove(at, 1).Insert(at, ((char)random.Next(0x250)).ToString()) : text,
        };
    }

    private string ChangeLine(string text)
    {
        var lines = text.Split('\n').ToList();
        var (one, other) = (random.Next(lines.Count), random.Next(lines.Count));
        switch (random.Next(4))
        {
            case 0:
                lines.RemoveAt(one);
                break;
            case 1:
                lines.Insert(other, lines[one]);
                break;
            case 2:
                (lines[one], lines[other]) = (lines[other], lines[one]);
                break;
            default:
                lines[one] = new string(' ', random.Next(12)) + lines[one].TrimStart();
                break;
        }

        return string.Join('\n', lines);
    }

    private string PieceOf(string other)
    {
        var at = random.Next(other.Length + 1);
        return other.Substring(at, Math.Min(other.Length - at, random.Next(400)));
    }

    private string Pick(IReadOnlyList<string> list) => list[random.Next(list.Count)];
}

using System.Text;
using System.Text.RegularExpressions;

namespace FieldKit.Architecture.Tests;

/// <summary>Source text with its comments blanked, so that a rule meets code and not prose. Line numbers stay.</summary>
internal static partial class CodeText
{
    public static string WithoutComments(string source) => Tokens().Replace(source, Blank);

    /// <summary>"file:line word" for each place where a whole word of the list stands in code.</summary>
    public static IEnumerable<string> Mentions(string file, params string[] words)
    {
        var code = WithoutComments(Repository.Read(file));
        var pattern = $@"(?<![\w])(?:{string.Join('|', words.Select(Regex.Escape))})(?![\w])";
        return Regex.Matches(code, pattern).Select(hit => $"{file}:{LineOf(code, hit.Index)} {hit.Value}");
    }

    public static int LineOf(string text, int index) => text.AsSpan(0, index).Count('\n') + 1;

    private static string Blank(Match token)
    {
        if (token.Value[0] is not ('/' or '@' or '<') || token.Value.StartsWith("@\"", StringComparison.Ordinal))
        {
            return token.Value;
        }

        var blank = new StringBuilder(token.Length);
        foreach (var letter in token.Value)
        {
            blank.Append(letter == '\n' ? '\n' : ' ');
        }

        return blank.ToString();
    }

    // Strings come first so that "https://…" is no comment; the rest are the comments of C#, JavaScript, Razor and XML.
    [GeneratedRegex("""
        ("{3,})[\s\S]*?\1 | @"(?:[^"]|"")*" | "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])'
        | //[^\n]* | /\*[\s\S]*?\*/ | @\*[\s\S]*?\*@ | <!--[\s\S]*?-->
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Tokens();
}

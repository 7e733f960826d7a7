using System.Text.Json;
using System.Text.RegularExpressions;

namespace FieldKit.Architecture.Tests;

/// <summary>Every text of the field app is asked for somewhere, and every text that is asked for is there, in both languages.</summary>
public sealed partial class TextUseTests
{
    private static readonly string Code = string.Join('\n', Repository.Files("src", ".cs", ".razor")
        .Where(file => file.StartsWith("src/FieldKit.App/", StringComparison.Ordinal) || file.StartsWith("src/FieldKit.Presentation/", StringComparison.Ordinal))
        .Select(file => CodeText.WithoutComments(Repository.Read(file))));

    private static readonly HashSet<string> Whole = [.. Quoted().Matches(Code).Select(match => match.Value)];

    // A key with holes, "danger.{key}.title", as its parts around the holes.
    private static readonly List<string[]> Composed =
        [.. Interpolated().Matches(Code).Select(match => Hole().Split(match.Groups[1].Value)).Where(parts => parts.Length > 1 && string.Concat(parts).Contains('.'))];

    [Theory]
    [InlineData("nl", "en")]
    [InlineData("en", "nl")]
    public void No_language_lacks_a_text(string language, string other)
    {
        var here = KeysOf(language);
        Offenders.None($"In {other}, and not in {language}:", KeysOf(other).Where(key => !here.Contains(key)));
    }

    [Fact]
    public void Every_text_is_used() =>
        Offenders.None("Nothing asks for:", KeysOf("nl").Where(key => !Whole.Contains(key) && !Composed.Any(parts => Makes(parts, key))));

    [Fact]
    public void Every_text_that_a_screen_asks_for_is_there()
    {
        var keys = KeysOf("nl");
        Offenders.None("Asked for, and in no file:", Asked().Matches(Code).Select(match => match.Groups[1].Value).Where(key => !keys.Contains(key)));
        Offenders.None(
            "Asked for with a hole, and nothing in the files fits:",
            from Match match in AskedComposed().Matches(Code)
            let parts = Hole().Split(match.Groups[1].Value)
            where !keys.Any(key => Makes(parts, key))
            select match.Groups[1].Value);
    }

    /// <summary>A key that a model hands to a screen: "sync.revoked" looks like one, and starts as texts do.</summary>
    [Fact]
    public void What_looks_like_a_key_is_one()
    {
        var keys = KeysOf("nl");
        var subjects = keys.Where(key => key.Contains('.')).Select(key => key[..key.IndexOf('.')]).ToHashSet();
        Offenders.None(
            "Looks like a text, and is in no file:",
            from word in Whole
            where KeyShape().IsMatch(word) && subjects.Contains(word[..word.IndexOf('.')])
            where !keys.Contains(word) && !keys.Any(key => key.StartsWith(word + ".", StringComparison.Ordinal))
            select word);
    }

    // What stands in a hole is one step of the key, or more steps that stand whole elsewhere ("{text}.none", "now.{key}").
    private static bool Makes(string[] parts, string key)
    {
        if (parts[0].Length == 0 && !parts[1].StartsWith('.'))
        {
            return false;
        }

        var match = Regex.Match(key, $"^{string.Join("(.+)", parts.Select(Regex.Escape))}$");
        return match.Success && match.Groups.Values.Skip(1).All(hole => Whole.Contains(hole.Value) || (hole.Index > 0 && !hole.Value.Contains('.')));
    }

    private static HashSet<string> KeysOf(string language) =>
    [
        .. Repository.Files("src/FieldKit.Presentation/Texts", $".{language}.json")
            .SelectMany(file => JsonSerializer.Deserialize<Dictionary<string, string>>(Repository.Read(file))!.Keys),
    ];

    [GeneratedRegex("(?<=\")[A-Za-z0-9_.-]+(?=\")")]
    private static partial Regex Quoted();

    [GeneratedRegex("\\$\"([^\"\\n]*)\"")]
    private static partial Regex Interpolated();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex("\\b(?:T|texts)\\[\"([^\"]+)\"")]
    private static partial Regex Asked();

    [GeneratedRegex("\\b(?:T|texts)\\[\\$\"([^\"]+)\"")]
    private static partial Regex AskedComposed();

    [GeneratedRegex(@"^[a-z]+(?:\.[a-z-]+)+$")]
    private static partial Regex KeyShape();
}

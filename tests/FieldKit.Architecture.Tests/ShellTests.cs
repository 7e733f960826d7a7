using System.Text.Json;
using System.Text.RegularExpressions;

namespace FieldKit.Architecture.Tests;

/// <summary>The page before the app says the same as the app, in both languages.</summary>
public sealed partial class ShellTests
{
    private const string Page = "src/FieldKit.App/wwwroot/index.html";
    private const string Boot = "src/FieldKit.App/wwwroot/boot.js";

    [Fact]
    public void Dutch_in_the_page_is_that_of_the_app()
    {
        var texts = TextsOf("nl");
        Offenders.None(
            "Other words in " + Page + " than in the app:",
            from said in Said()
            let asked = Fill(texts[said.Key], said.Values)
            where asked != said.Text
            select $"{said.Key}: '{said.Text}', in the app '{asked}'");
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void Words_in_the_script_are_those_of_the_app(string language)
    {
        var texts = TextsOf(language);
        Offenders.None(
            "Other words in " + Boot + " than in the app:",
            from word in WordsOf(language)
            where texts.GetValueOrDefault(word.Key) != word.Value
            select $"{word.Key}: '{word.Value}', in the app '{texts.GetValueOrDefault(word.Key)}'");
    }

    [Fact]
    public void Everything_that_is_said_is_said_in_English_too()
    {
        var english = WordsOf("en");
        Assert.NotEmpty(Said());
        Offenders.None(
            "No English in " + Boot + ":",
            Said().Select(said => said.Key).Concat(WordsOf("nl").Keys).Where(key => !english.ContainsKey(key)).Distinct());
    }

    private static IReadOnlyList<(string Key, string[] Values, string Text)> Said()
    {
        var page = Repository.Read(Page);
        return
        [
            .. Element().Matches(page).Select(match => (match.Groups["key"].Value, match.Groups["values"].Value.Split(' '), match.Groups["text"].Value)),
            .. Label().Matches(page).Select(match => (match.Groups["key"].Value, Array.Empty<string>(), match.Groups["text"].Value)),
        ];
    }

    private static Dictionary<string, string> WordsOf(string language)
    {
        var words = Repository.Read(Boot).Split($"  {language}: {{")[1].Split("\n  }")[0];
        return Word().Matches(words).ToDictionary(match => match.Groups["key"].Value, match => match.Groups["text"].Value);
    }

    private static Dictionary<string, string> TextsOf(string language) =>
        Repository.Files("src/FieldKit.Presentation/Texts", $".{language}.json")
            .SelectMany(file => JsonSerializer.Deserialize<Dictionary<string, string>>(Repository.Read(file))!)
            .ToDictionary();

    private static string Fill(string text, string[] values) => Place().Replace(text, match => values[match.Value[1] - '0']);

    [GeneratedRegex("""data-t="(?<key>[\w.]+)"(?: data-values="(?<values>[^"]*)")?>(?<text>[^<]*)<""")]
    private static partial Regex Element();

    [GeneratedRegex("""aria-label="(?<text>[^"]*)" data-t-label="(?<key>[\w.]+)"(?!=)""")]
    private static partial Regex Label();

    [GeneratedRegex(@"^    '(?<key>[\w.]+)': '(?<text>[^']*)',$", RegexOptions.Multiline)]
    private static partial Regex Word();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}

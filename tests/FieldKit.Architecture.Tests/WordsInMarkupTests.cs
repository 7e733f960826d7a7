using System.Text.RegularExpressions;

namespace FieldKit.Architecture.Tests;

/// <summary>People read nothing that stands in code: every word on a screen comes from a resource file or from the content.</summary>
public sealed partial class WordsInMarkupTests
{
    // The name of the app is the same in every language.
    private const string OwnName = "FieldKit";

    [Fact]
    public void Pages_hold_no_words() =>
        Offenders.None(
            "Put it in src/FieldKit.Presentation/Texts (or src/FieldKit.Desk/Texts) in both languages:",
            from file in Repository.Files("src", ".razor")
            from words in WordsIn(MarkupOf(file))
            select $"{file}: {words}");

    [Fact]
    public void Models_hold_no_sentences() =>
        Offenders.None(
            "Put it in src/FieldKit.Presentation/Texts in both languages:",
            from file in Repository.Files("src/FieldKit.Presentation", ".cs").Concat(Repository.Files("src/FieldKit.App", ".cs", ".razor"))
            from line in CodeOf(file).Split('\n')
            where !line.Contains("Exception(", StringComparison.Ordinal) && !line.Contains("class=", StringComparison.Ordinal) && !line.Contains("fk-", StringComparison.Ordinal)
            from Match text in Quoted().Matches(line)
            where Sentence().IsMatch(Hole().Replace(text.Groups[1].Value, "")) && !IsFormat(text.Groups[1].Value)
            select $"{file}: {text.Value}");

    [Theory]
    [InlineData("<p>Even geduld</p>", "Even geduld")]
    [InlineData("<p>\n  Nog even\n</p>", "Nog even")]
    [InlineData("<Notice Title=\"Mislukt\">", "Mislukt")]
    [InlineData("<input placeholder=\"Zoek hier\" />", "Zoek hier")]
    [InlineData("<p>@T[\"frame.loading\"]</p>", null)]
    [InlineData("@foreach (var card in cards.Where(card => card.IsOpen)) { <Card Title=\"@T[\"x\"]\" /> }", null)]
    public void Words_are_found_where_they_stand(string markup, string? found) => Assert.Equal(found, WordsIn(markup).FirstOrDefault());

    private static IEnumerable<string> WordsIn(string markup)
    {
        var between = BetweenTags().Matches(markup).Select(match => match.Groups[1].Value);
        var lines = markup.Split('\n').Select(line => line.Trim()).Where(line => LineOfWords().IsMatch(line));
        var attributes = Attribute().Matches(markup).Select(match => match.Groups[1].Value);
        return between.Concat(lines).Concat(attributes).Select(text => text.Trim()).Where(text => Word().IsMatch(text) && text != OwnName);
    }

    // What comes after "@code" is C#.
    private static string MarkupOf(string file) => CodeText.WithoutComments(Repository.Read(file)).Split("\n@code")[0];

    private static string CodeOf(string file)
    {
        var parts = CodeText.WithoutComments(Repository.Read(file)).Split("\n@code");
        return file.EndsWith(".razor", StringComparison.Ordinal) ? string.Concat(parts.Skip(1)) : parts[0];
    }

    private static bool IsFormat(string text) => text is "d MMM yyyy" or "dddd d MMMM";

    // Not after "=>".
    [GeneratedRegex("(?<!=)>([^<>@{}=;\\n]*)<")]
    private static partial Regex BetweenTags();

    [GeneratedRegex(@"^[^<>@{}=;:()""]+$")]
    private static partial Regex LineOfWords();

    [GeneratedRegex("\\b(?:aria-label|title|placeholder|alt|Label|Title|Help|Text)=\"([^\"@]*)\"")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"^(?!else$|default$|&nbsp$)\p{L}{2}")]
    private static partial Regex Word();

    [GeneratedRegex("\"([^\"\\n]*)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\p{L}{2,} \p{L}{2,}")]
    private static partial Regex Sentence();
}

using System.Text.RegularExpressions;

namespace FieldKit.Presentation.Tests;

public sealed partial class TextResourcesTests
{
    [Fact]
    public void Both_languages_have_the_same_keys() => Assert.Equal(
        TextResources.Of(Texts.Dutch).Keys.Order(StringComparer.Ordinal),
        TextResources.Of(Texts.English).Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Both_languages_fill_in_the_same_values()
    {
        var english = TextResources.Of(Texts.English);

        Assert.Empty(
            from text in TextResources.Of(Texts.Dutch)
            where !Places(text.Value).SetEquals(Places(english[text.Key]))
            select text.Key);
    }

    [Fact]
    public void No_text_is_empty() => Assert.Empty(
        from language in Texts.Languages
        from text in TextResources.Of(language)
        where string.IsNullOrWhiteSpace(text.Value)
        select $"{language} {text.Key}");

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\{\d")]
    private static partial Regex Place();
}

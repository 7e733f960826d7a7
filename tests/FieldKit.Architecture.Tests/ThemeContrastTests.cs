using System.Text.RegularExpressions;

namespace FieldKit.Architecture.Tests;

/// <summary>WCAG 2.2 AA in every theme and city, AAA for text in high contrast; computed from the style sheets themselves.</summary>
public sealed partial class ThemeContrastTests
{
    private static readonly string[] Grounds = ["page", "raised", "accent-ground", "red-ground", "good-ground", "doubt-ground"];

    private static readonly (string Text, string[] On)[] Texts =
    [
        ("ink", Grounds),
        ("mute", Grounds),
        ("accent", ["page", "raised", "accent-ground"]),
        ("accent-ink", ["page", "raised", "accent-ground", "red-ground"]),
        ("on-accent", ["accent", "accent-ink"]),
        ("page", ["accent-ink"]),
        ("on-red", ["red", "red-deep"]),
        ("red-ink", ["page", "raised", "red-ground"]),
        ("good", ["page", "raised", "good-ground"]),
        ("doubt", ["page", "raised", "doubt-ground"]),
    ];

    // Borders of controls, marks of what is chosen, the ring of focus.
    private static readonly (string Line, string[] On)[] Lines =
    [
        ("edge", ["page", "raised"]),
        ("accent", ["page", "raised", "accent-ground"]),
        ("focus", Grounds),
    ];

    [Fact]
    public void Text_is_readable_in_every_theme_and_city() =>
        Offenders.None(
            "Text with too little contrast:",
            from theme in ThemeTokens.All
            from pair in Texts.SelectMany(pair => pair.On.Select(ground => (pair.Text, Ground: ground))).Concat(PairsInStyles()).Distinct()
            let asked = theme.Name.StartsWith("contrast", StringComparison.Ordinal) ? 7 : 4.5
            let contrast = theme.Contrast("--fk-" + pair.Text, "--fk-" + pair.Ground)
            where contrast < asked
            select $"{theme.Name}: {pair.Text} on {pair.Ground} is {contrast:0.00}, asked {asked}");

    [Fact]
    public void Lines_that_carry_meaning_are_visible_in_every_theme_and_city() =>
        Offenders.None(
            "A line with too little contrast:",
            from theme in ThemeTokens.All
            from line in Lines
            from ground in line.On
            let contrast = theme.Contrast("--fk-" + line.Line, "--fk-" + ground)
            where contrast < 3
            select $"{theme.Name}: {line.Line} on {ground} is {contrast:0.00}, asked 3");

    [Fact]
    public void Every_value_that_a_style_asks_for_is_set()
    {
        // A script sets what is measured on the screen.
        var scripts = string.Concat(Repository.Files("src/FieldKit.App/Browser", ".js").Select(Repository.Read));
        Offenders.None(
            "Set neither in " + ThemeTokens.File + " nor by a script:",
            from file in Styles()
            from name in Used().Matches(Repository.Read(file)).Select(match => match.Value).Distinct()
            where !ThemeTokens.All[0].Defined.Contains(name) && !scripts.Contains($"\"{name}\"", StringComparison.Ordinal)
            select $"{file}: {name}");
    }

    [Fact]
    public void There_are_three_themes_for_three_cities_and_for_none() => Assert.Equal(12, ThemeTokens.All.Count);

    /// <summary>What a rule sets together: text and its ground.</summary>
    private static IEnumerable<(string Text, string Ground)> PairsInStyles() =>
        from file in Styles()
        from Match rule in Block().Matches(CodeText.WithoutComments(Repository.Read(file)))
        let text = Text().Match(rule.Value)
        let ground = Ground().Match(rule.Value)
        where text.Success && ground.Success
        select (text.Groups[1].Value, ground.Groups[1].Value);

    private static IEnumerable<string> Styles() =>
        Repository.Files("src", ".css").Where(file => !file.Contains("/wwwroot/css/", StringComparison.Ordinal));

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Block();

    [GeneratedRegex(@"(?<![\w-])color:\s*var\(--fk-([\w-]+)\)")]
    private static partial Regex Text();

    [GeneratedRegex(@"(?<![\w-])background(?:-color)?:\s*var\(--fk-([\w-]+)\)")]
    private static partial Regex Ground();

    [GeneratedRegex(@"(?<=var\()--fk-[\w-]+")]
    private static partial Regex Used();
}

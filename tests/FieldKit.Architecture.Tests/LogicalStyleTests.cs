using System.Text.RegularExpressions;

namespace FieldKit.Architecture.Tests;

/// <summary>Styles say start and end, never left and right, so that a language that is written from right to left only needs its texts.</summary>
public sealed partial class LogicalStyleTests
{
    // A picture has a left and a right in every language: what is drawn in it is placed by measured points.
    private static readonly string[] Pictures = [".fk-map__sheet", ".fk-map__lines"];

    [Fact]
    public void No_style_says_left_or_right() =>
        Offenders.None(
            "Say inline-start or inline-end:",
            from rule in Rules()
            where !Pictures.Contains(rule.Selector)
            from Match hit in Sided().Matches(rule.Body)
            select $"{rule.File}: {rule.Selector} {hit.Value}");

    [Fact]
    public void No_shorthand_gives_left_another_value_than_right() =>
        Offenders.None(
            "Write the inline sides apart:",
            from rule in Rules()
            from Match hit in FourSides().Matches(rule.Body)
            where hit.Groups["right"].Value != hit.Groups["left"].Value
            select $"{rule.File}: {rule.Selector} {hit.Value}");

    [Fact]
    public void No_shadow_marks_one_side() =>
        Offenders.None(
            "Take a border at the inline side; a shadow does not turn with the language:",
            from rule in Rules()
            from Match hit in SidedShadow().Matches(rule.Body)
            select $"{rule.File}: {rule.Selector} {hit.Value}");

    [Fact]
    public void What_moves_moves_only_for_who_did_not_ask_for_calm()
    {
        // Within such a block a rule is drawn as "@media (…) { … }"; everything else is the style without it.
        Offenders.None(
            "Put it in @media (prefers-reduced-motion: no-preference):",
            from file in Styles()
            let calm = WithMotion().Replace(CodeText.WithoutComments(Repository.Read(file)), "")
            from Match hit in Motion().Matches(calm)
            select $"{file}: {hit.Value}");
        Offenders.None(
            "A script that scrolls or animates by itself; leave it to the style sheet:",
            from file in Repository.Files("src", ".js")
            where !file.Contains("/wwwroot/js/", StringComparison.Ordinal)
            from Match hit in ScriptMotion().Matches(CodeText.WithoutComments(Repository.Read(file)))
            select $"{file}: {hit.Value}");
    }

    private static IEnumerable<(string File, string Selector, string Body)> Rules() =>
        from file in Styles()
        from Match rule in Rule().Matches(CodeText.WithoutComments(Repository.Read(file)))
        select (file, rule.Groups["selector"].Value.Trim(), rule.Groups["body"].Value);

    private static IEnumerable<string> Styles() =>
        Repository.Files("src", ".css").Where(file => !file.Contains("/wwwroot/css/", StringComparison.Ordinal));

    [GeneratedRegex(@"(?<selector>[^{}]+)\{(?<body>[^{}]*)\}")]
    private static partial Regex Rule();

    [GeneratedRegex(@"(?<![\w-])(?:(?:(?:scroll-)?(?:margin|padding)|border)-(?:left|right)(?:-\w+)?|border-(?:top|bottom)-(?:left|right)-radius|left|right)\s*:[^;]*|(?<![\w-])(?:text-align|float|clear)\s*:\s*(?:left|right)")]
    private static partial Regex Sided();

    [GeneratedRegex(@"(?<![\w-])(?:margin|padding|inset|border-width|border-style|border-color|scroll-margin|scroll-padding)\s*:\s*[^\s;]+\s+(?<right>[^\s;]+)\s+[^\s;]+\s+(?<left>[^\s;]+)\s*(?:;|$)")]
    private static partial Regex FourSides();

    [GeneratedRegex(@"box-shadow\s*:\s*(?:inset\s+)?-?(?!0[\s;])[\d.]+\w*\s+[^;]*")]
    private static partial Regex SidedShadow();

    [GeneratedRegex(@"@media \(prefers-reduced-motion: no-preference\)\s*\{(?:[^{}]*\{[^{}]*\})*\s*\}")]
    private static partial Regex WithMotion();

    [GeneratedRegex(@"(?<![\w-])(?:transition|animation|scroll-behavior)[\w-]*\s*:[^;]*")]
    private static partial Regex Motion();

    [GeneratedRegex(@"behavior\s*:\s*.smooth.|\.animate\(|requestAnimationFrame")]
    private static partial Regex ScriptMotion();
}

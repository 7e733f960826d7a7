using System.Globalization;
using System.Text.RegularExpressions;

namespace FieldKit.Architecture.Tests;

/// <summary>The colour tokens of src/FieldKit.Ui/Styles/tokens.css, as a browser would settle them for a theme and a city.</summary>
internal sealed partial class ThemeTokens
{
    private readonly Dictionary<string, string> colours;

    private ThemeTokens(string name, Dictionary<string, string> colours) => (Name, this.colours) = (name, colours);

    public const string File = "src/FieldKit.Ui/Styles/tokens.css";

    public string Name { get; }

    public IReadOnlyCollection<string> Defined => colours.Keys;

    /// <summary>Every theme in every city that has colours, and in none.</summary>
    public static IReadOnlyList<ThemeTokens> All { get; } = Settle(CodeText.WithoutComments(Repository.Read(File)));

    /// <summary>As WCAG 2.2 defines it: from 1 to 21.</summary>
    public double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(colours[one]), Luminance(colours[other]));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static IReadOnlyList<ThemeTokens> Settle(string css)
    {
        var rules = Rule().Matches(css).Select(match => (
            Asked: Asks().Matches(match.Groups["selector"].Value).Select(ask => (ask.Groups["name"].Value, ask.Groups["value"].Value)).ToList(),
            Colours: Colour().Matches(match.Groups["body"].Value).Select(colour => (colour.Groups["name"].Value, colour.Groups["value"].Value)).ToList())).ToList();
        var themes = ValuesOf("theme").Prepend("light");
        var cities = ValuesOf("municipality").Prepend("none").ToList();
        return [.. from theme in themes from city in cities select Of(theme, city)];

        IEnumerable<string> ValuesOf(string name) => rules.SelectMany(rule => rule.Asked).Where(ask => ask.Item1 == name).Select(ask => ask.Item2).Distinct();

        ThemeTokens Of(string theme, string city)
        {
            var settled = new Dictionary<string, string>();
            // More asked is more specific; of equals the last one wins.
            foreach (var rule in rules.Where(rule => rule.Asked.All(ask => ask is ("theme", var value) ? value == theme : ask is ("municipality", var place) && place == city))
                         .OrderBy(rule => rule.Asked.Count))
            {
                rule.Colours.ForEach(colour => settled[colour.Item1] = colour.Item2);
            }

            return new($"{theme}, city {city}", settled);
        }
    }

    private static double Luminance(string hex)
    {
        var digits = hex.Length == 4 ? string.Concat(hex[1..].Select(digit => $"{digit}{digit}")) : hex[1..];
        var (red, green, blue) = (Linear(digits[..2]), Linear(digits[2..4]), Linear(digits[4..]));
        return (0.2126 * red) + (0.7152 * green) + (0.0722 * blue);
    }

    private static double Linear(string hex)
    {
        var part = int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex(@"(?<selector>:root[^{]*)\{(?<body>[^}]*)\}")]
    private static partial Regex Rule();

    [GeneratedRegex("""\[data-(?<name>\w+)="(?<value>[\w-]+)"\]""")]
    private static partial Regex Asks();

    [GeneratedRegex(@"(?<name>--fk-[\w-]+):\s*(?<value>#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3}))\s*;")]
    private static partial Regex Colour();
}

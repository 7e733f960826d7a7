using System.Globalization;
using System.Text.RegularExpressions;
using FieldKit.Domain.Guides;

namespace FieldKit.Content.Guides;

/// <summary>What stands behind a part's kind: <c>{#short-id minutes=10 facts="A101 P18" age="po-onder"}</c>.</summary>
internal sealed partial record PartSettings(string Id, int? Minutes, IReadOnlyList<string> Facts, string? Age)
{
    private const string Remedy = "A part is written as '::: step {#short-id minutes=10 facts=\"A101 P18\" age=\"po-onder\"}'; only the id is a must.";

    public static PartSettings Read(string text, Action<string> problem)
    {
        var all = All().Match(text.Trim());
        if (!all.Success)
        {
            problem(Remedy);
            return new("", null, [], null);
        }

        int? minutes = null;
        IReadOnlyList<string> facts = [];
        string? age = null;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match setting in Setting().Matches(all.Groups["settings"].Value))
        {
            var (key, value) = (setting.Groups["key"].Value, setting.Groups["value"].Value.Trim('"'));
            if (!seen.Add(key))
            {
                problem($"'{key}=' stands twice. {Remedy}");
            }

            switch (key)
            {
                case "minutes" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 1000:
                    minutes = number;
                    break;
                case "facts":
                    facts = FactIds(value);
                    break;
                case "age" when GuidePart.Ages.Contains(value):
                    age = value;
                    break;
                case "age":
                    problem($"'age' is one of: {string.Join(", ", GuidePart.Ages)}.");
                    break;
                default:
                    problem($"'{key}={value}' is not known here. {Remedy}");
                    break;
            }
        }

        return new(all.Groups["id"].Value, minutes, facts, age);
    }

    /// <summary>Ids with blanks between them. "001 · Onderwijs" is one id and goes on until a comma.</summary>
    private static string[] FactIds(string value) => [.. Fact().Matches(value).Select(match => match.Value.Trim())];

    [GeneratedRegex("""^\{#(?<id>[a-z0-9-]+)(?<settings>(?:\s+[a-z]+=(?:"[^"]*"|[^\s"{}]+))*)\s*\}$""")]
    private static partial Regex All();

    [GeneratedRegex("""(?<key>[a-z]+)=(?<value>"[^"]*"|[^\s"{}]+)""")]
    private static partial Regex Setting();

    [GeneratedRegex("00[0-4] · [^,]+|[^ ,]+")]
    private static partial Regex Fact();
}

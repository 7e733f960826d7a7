using System.Text.RegularExpressions;

namespace FieldKit.EndToEnd.Tests.Access;

/// <summary>Addresses of the field app, as its pages declare them.</summary>
internal static partial class AppPages
{
    /// <summary>"/gesprek/{GuideId}" and so on, from every line that says "@page".</summary>
    public static IReadOnlyList<string> Templates { get; } =
    [
        .. Directory.EnumerateFiles(RepositoryRoot.Of("src", "FieldKit.App"), "*.razor", SearchOption.AllDirectories)
            .SelectMany(file => Declared().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Those that none of the addresses leads to.</summary>
    public static IEnumerable<string> NotReachedBy(IEnumerable<string> addresses) => Templates.Except(addresses.Select(TemplateOf));

    // Like the router: of the templates that fit, the one with the most fixed words. An address without a page leads to "not found".
    private static string TemplateOf(string address) =>
        Templates.Where(template => Fits(template, address)).MaxBy(template => template.Split('/').Count(part => !part.StartsWith('{'))) ?? "";

    private static bool Fits(string template, string address)
    {
        var parts = template.Split('/');
        var words = address.Split('?', '#')[0].Split('/');
        return parts.Length == words.Length && parts.Zip(words).All(pair =>
            pair.First == pair.Second
            || (pair.First.StartsWith('{') && pair.Second.Length > 0 && (!pair.First.EndsWith(":guid}", StringComparison.Ordinal) || Guid.TryParse(pair.Second, out _))));
    }

    [GeneratedRegex("^@page \"([^\"]+)\"", RegexOptions.Multiline)]
    private static partial Regex Declared();
}

using System.Text.RegularExpressions;

namespace FieldKit.Architecture.Tests;

/// <summary>A written map that names what moved is worse than none.</summary>
public sealed partial class WrittenMapTests
{
    private const string Map = "docs/architecture.md";

    [Fact]
    public void The_map_names_only_files_and_folders_that_exist() =>
        Offenders.None(
            $"{Map} names what is not there:",
            NamedPaths(Repository.Read(Map)).Where(path => !Repository.Holds(path)));

    [Fact]
    public void The_map_names_every_source_project()
    {
        var map = Repository.Read(Map);
        Offenders.None(
            $"{Map} does not name a project:",
            Repository.Files("src", ".csproj").Where(project => !map.Contains(Path.GetFileNameWithoutExtension(project), StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("see `src/FieldKit.Domain/Forms` and `FieldKit.Nowhere`", "src/FieldKit.Domain/Forms;src/FieldKit.Nowhere")]
    [InlineData("`./run`, `docs/privacy.md`, at `/desk/` or `POST /api/v1/exchange`", "run;docs/privacy.md")]
    [InlineData("`@hpke/core`, `application/json`, `{id}/x`, `a b/c`", "")]
    public void Paths_are_told_from_other_code(string text, string expected) =>
        Assert.Equal(expected, string.Join(';', NamedPaths(text)));

    private static IEnumerable<string> NamedPaths(string text) =>
        from token in Quoted().Matches(text).Select(match => match.Groups["token"].Value)
        where IsPath(token)
        select AsPath(token);

    private static bool IsPath(string token) =>
        Project().IsMatch(token)
        || token is "run" or "test"
        || token.StartsWith("./", StringComparison.Ordinal)
        || PathLike().IsMatch(token);

    private static string AsPath(string token) =>
        Project().IsMatch(token)
            ? (token.EndsWith(".Tests", StringComparison.Ordinal) ? "tests/" : "src/") + token
            : token.StartsWith("./", StringComparison.Ordinal) ? token[2..].Split(' ')[0] : token;

    [GeneratedRegex("`(?<token>[^`\n]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^FieldKit\.\w+(?:\.(?!sln|cs)\w+)*$")]
    private static partial Regex Project();

    [GeneratedRegex(@"^(?:src|tests|docs|content|build|vectors|bench|\.ci)/[\w./-]*$|^[\w.-]+\.(?:md|sln|props|targets|json|cs|razor)$")]
    private static partial Regex PathLike();
}

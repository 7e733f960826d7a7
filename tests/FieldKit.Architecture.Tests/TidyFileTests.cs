using System.Text.RegularExpressions;

namespace FieldKit.Architecture.Tests;

public sealed partial class TidyFileTests
{
    private static readonly string[] Written =
    [
        ".cs", ".razor", ".csproj", ".props", ".targets", ".sln", ".js", ".mjs", ".css", ".html", ".json", ".yaml", ".yml", ".md", ".sh", ".txt", ".npmrc",
        "/run", "/test", "/bench",
    ];

    [Fact]
    public void No_file_names_a_folder_of_somebodys_machine() =>
        Offenders.None(
            "A path of one machine:",
            from file in WrittenFiles()
            where file != ThisFile
            from hit in MachinePath().Matches(Repository.Read(file))
            select $"{file}: {hit.Value}");

    [Fact]
    public void No_file_names_a_package_registry() =>
        Offenders.None(
            "The lock file names where a package was fetched from; keep 'omit-lockfile-registry-resolved':",
            Repository.Files().Where(file => Path.GetFileName(file) == "package-lock.json" && Repository.Read(file).Contains("\"resolved\": \"http", StringComparison.Ordinal)));

    [Fact]
    public void Nothing_is_left_for_later() =>
        Offenders.None(
            "Unfinished or skipped:",
            from file in Repository.Files("src", ".cs", ".razor", ".js").Concat(Repository.Files("tests", ".cs"))
            where file != ThisFile
            from hit in Unfinished().Matches(Repository.Read(file))
            select $"{file}: {hit.Value}");

    private const string ThisFile = "tests/FieldKit.Architecture.Tests/TidyFileTests.cs";

    private static IEnumerable<string> WrittenFiles() =>
        Repository.Files().Where(file => Written.Any(("/" + file).EndsWith) && !file.Contains("/wwwroot/js/", StringComparison.Ordinal));

    [GeneratedRegex(@"(?<![\w./}])/(?:home|Users|root|work|tmp)/[\w.-]+|[A-Z]:\\Users\\")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"\b(?:TODO|FIXME|HACK|XXX)\b(?!X|-)|NotImplementedException|\(Skip\s*=")]
    private static partial Regex Unfinished();
}

using System.Xml.Linq;

namespace FieldKit.Architecture.Tests;

public sealed class ProjectReferenceTests
{
    /// <summary>The arrows of docs/architecture.md. What an arrow reaches may also be referenced directly.</summary>
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["FieldKit.Domain"] = [],
        ["FieldKit.Crypto"] = [],
        ["FieldKit.Protocol"] = [],
        ["FieldKit.Ui"] = [],
        ["FieldKit.Content"] = ["FieldKit.Domain", "FieldKit.Crypto", "FieldKit.Protocol"],
        ["FieldKit.Device"] = ["FieldKit.Domain", "FieldKit.Crypto", "FieldKit.Protocol"],
        ["FieldKit.Device.Sqlite"] = ["FieldKit.Device"],
        ["FieldKit.Presentation"] = ["FieldKit.Domain", "FieldKit.Device"],
        ["FieldKit.App"] = ["FieldKit.Presentation", "FieldKit.Ui"],
        ["FieldKit.Desk"] = ["FieldKit.Domain", "FieldKit.Crypto", "FieldKit.Protocol", "FieldKit.Ui"],
        ["FieldKit.ReportingPoint"] = ["FieldKit.Protocol", "FieldKit.Crypto", "FieldKit.Content"],
        ["FieldKit.Cli"] = ["FieldKit.Content", "FieldKit.Domain", "FieldKit.Crypto", "FieldKit.Protocol"],
    };

    [Fact]
    public void Each_project_references_only_what_its_arrow_reaches() =>
        Offenders.None(
            "A project references another against the arrows of the map:",
            from project in Repository.Files("src", ".csproj")
            let name = NameOf(project)
            let allowed = Reach(name)
            from reference in CompiledReferences(project)
            where !allowed.Contains(reference)
            select $"{project} -> {reference}");

    [Fact]
    public void Every_source_project_has_its_arrows_written_down() =>
        Offenders.None(
            "A project is not in the arrows of this test:",
            Repository.Files("src", ".csproj").Where(project => !Arrows.ContainsKey(NameOf(project))));

    [Fact]
    public void No_source_project_references_a_test_project() =>
        Offenders.None(
            "A source project leans on tests:",
            from project in Repository.Files("src", ".csproj")
            where Repository.Read(project).Contains("/tests/", StringComparison.Ordinal)
            select project);

    private static string NameOf(string project) => Path.GetFileNameWithoutExtension(project);

    // A host lists the browser apps only to serve their files; nothing of them is compiled in.
    private static IEnumerable<string> CompiledReferences(string project) =>
        from reference in XDocument.Parse(Repository.Read(project)).Descendants("ProjectReference")
        where (string?)reference.Attribute("ReferenceOutputAssembly") != "false"
        select NameOf(((string)reference.Attribute("Include")!).Replace('\\', '/'));

    private static HashSet<string> Reach(string project) =>
        Arrows.TryGetValue(project, out var next) ? [.. next, .. next.SelectMany(Reach)] : [];
}

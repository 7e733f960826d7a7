using System.Text.Json.Nodes;
using FieldKit.Content.Schemas;

namespace FieldKit.Content.Tests.Schemas;

public sealed class ContentSchemasTests
{
    public static TheoryData<string> SchemaNames => [.. ContentSchemas.All.Select(one => one.Schema.Name)];

    public static TheoryData<string> YamlFiles =>
        [.. Directory.EnumerateFiles(RepositoryContent.Folder, "*.yaml", SearchOption.AllDirectories).Select(Name).Order(StringComparer.Ordinal)];

    public static TheoryData<string> GuideFiles => [.. Directory.EnumerateFiles(Path.Combine(RepositoryContent.Folder, "guides")).Select(Name).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(SchemaNames))]
    public void The_published_schema_is_what_the_reader_asks_today(string name)
    {
        var (schema, json) = ContentSchemas.All.Single(one => one.Schema.Name == name);
        Assert.Equal(json, Text($"schemas/{schema.FileName}"), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Nothing_else_is_published_as_a_schema() =>
        Assert.Equal(
            ContentSchemas.All.Select(one => one.Schema.FileName).Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Path.Combine(RepositoryContent.Folder, "schemas")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(YamlFiles))]
    public void Every_file_names_its_schema_on_the_first_line_and_fits_it(string file)
    {
        var schema = ContentSchemas.All.Single(one => one.Schema.IsFor(file));
        var text = Text(file);
        Assert.StartsWith($"# yaml-language-server: $schema=../schemas/{schema.Schema.FileName}", text, StringComparison.Ordinal);
        Assert.Empty(Problems(schema.Json, text));
    }

    [Theory]
    [MemberData(nameof(GuideFiles))]
    public void The_front_matter_of_every_guide_fits_its_schema(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file).Contains('.') ? "guide-translation" : "guide";
        Assert.Empty(Problems(ContentSchemas.All.Single(one => one.Schema.Name == name).Json, Text(file).Split("\n---")[0]));
    }

    [Theory]
    [InlineData("- {id: A001, reason: Oud}", true)]
    [InlineData("- {id: A001, reason: ''}", false)]
    [InlineData("- {id: A001}", false)]
    [InlineData("- {id: A001, reason: Oud, extra: x}", false)]
    [InlineData("{id: A001, reason: Oud}", false)]
    [InlineData("- {id: 1, reason: Oud}", false)]
    public void A_schema_tells_right_from_wrong(string text, bool right) =>
        Assert.Equal(right, Problems(ContentSchemas.All.Single(one => one.Schema.Name == "not-carried").Json, text).Count == 0);

    [Theory]
    [InlineData("flowchart", "{nl: Kop}", true)]
    [InlineData("flowchart", "{nl: Kop, tr: Kop}", true)]
    [InlineData("flowchart", "{en: Head}", false)]
    [InlineData("flowchart", "{nl: Kop, dutch: Kop}", false)]
    [InlineData("flowchart", "Kop", false)]
    public void A_text_is_there_per_language(string name, string title, bool right) =>
        Assert.Equal(right, !Problems(ContentSchemas.All.Single(one => one.Schema.Name == name).Json, $"title: {title}").Any(problem => problem.StartsWith("/title", StringComparison.Ordinal)));

    private static IReadOnlyList<string> Problems(string schema, string yaml) => new JsonSchemaValidator(JsonNode.Parse(schema)!.AsObject()).Problems(YamlAsJson.Read(yaml));

    private static string Text(string file) => File.ReadAllText(Path.Combine(RepositoryContent.Folder, file));

    private static string Name(string path) => Path.GetRelativePath(RepositoryContent.Folder, path).Replace('\\', '/');
}

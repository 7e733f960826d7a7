using System.Text.Json;

namespace FieldKit.Domain.Tests;

public sealed class ContentBundleTests
{
    [Fact]
    public void Bundle_from_before_cases_and_writing_help_has_none_of_them()
    {
        const string Older = """{"builtOn":"2026-10-01","flowcharts":[],"guides":[],"contacts":[],"forms":[],"municipalities":[]}""";
        var bundle = JsonSerializer.Deserialize(Older, DomainJson.Default.ContentBundle)!;
        Assert.Empty(bundle.Cases);
        Assert.Empty(bundle.WritingHelp);
    }
}

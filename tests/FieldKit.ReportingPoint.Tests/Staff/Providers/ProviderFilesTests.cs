using FieldKit.ReportingPoint.Staff.Providers;
using FieldKit.TestKit;
using Microsoft.Extensions.Configuration;

namespace FieldKit.ReportingPoint.Tests.Staff.Providers;

/// <summary>What a provider's file may say. Anything else stops the start, with what is wrong.</summary>
public sealed class ProviderFilesTests : IDisposable
{
    private const string Good =
        """
        {"municipality": "utrecht", "authority": "https://login.utrecht.example/", "clientId": "fieldkit", "name": {"nl": "Utrecht", "en": "Utrecht"},
         "groupsClaim": "groups", "roles": {"meldpunt": "screener"}}
        """;

    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("https://login.utrecht.example/", "http://login.utrecht.example/", "'authority'")]
    [InlineData("https://login.utrecht.example/", "https://login.utrecht.example/?a=b", "'authority'")]
    [InlineData("https://login.utrecht.example/", "login", "'authority'")]
    [InlineData("\"utrecht\"", "\"Utrecht/..\"", "'municipality'")]
    [InlineData("\"fieldkit\"", "\"\"", "'clientId'")]
    [InlineData("\"nl\": \"Utrecht\"", "\"nl\": \"\"", "'name'")]
    [InlineData("\"groupsClaim\": \"groups\",", "", "'groupsClaim' and 'roles'")]
    [InlineData("\"screener\"", "\"boss\"", "'boss' is no role")]
    [InlineData("{\"meldpunt\": \"screener\"}", "{}", "'roles' is empty")]
    [InlineData("\"roles\"", "\"rols\"", "rols")]
    [InlineData("\"clientId\": \"fieldkit\"", "\"clientId\": \"fieldkit\", \"clientSecretFile\": \"nowhere\"", "'clientSecretFile'")]
    [InlineData("\"clientId\": \"fieldkit\",", "", "clientId")]
    [InlineData("{\"municipality\"", "\"municipality\"", "utrecht.json")]
    public void File_that_is_not_right_says_what_is_wrong(string part, string by, string said)
    {
        var failure = Assert.Throws<InvalidOperationException>(() => Read(Write("utrecht.json", Good.Replace(part, by, StringComparison.Ordinal))));

        Assert.Contains("utrecht.json", failure.Message, StringComparison.Ordinal);
        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_files_for_one_municipality_are_one_too_many() =>
        Assert.Contains("two files", Assert.Throws<InvalidOperationException>(() => Read(Write("a.json", Good), Write("b.json", Good))).Message, StringComparison.Ordinal);

    [Fact]
    public void Each_municipality_has_its_own()
    {
        Assert.Empty(Read());
        var read = Read(Write("utrecht.json", Good), Write("arnhem.json", Good.Replace("utrecht", "arnhem", StringComparison.Ordinal)));
        Assert.Equal(["utrecht", "arnhem"], read.Select(provider => provider.Municipality));
        Assert.Equal("screener", read[0].Roles!["meldpunt"]);
    }

    public void Dispose() => folder.Dispose();

    private static IReadOnlyList<ProviderSettings> Read(params string[] paths) =>
        ProviderFiles.Read(new ConfigurationBuilder().AddInMemoryCollection([new("providers", string.Join(Path.PathSeparator, paths))]).Build());

    private string Write(string name, string text)
    {
        File.WriteAllText(folder.File(name), text);
        return folder.File(name);
    }
}

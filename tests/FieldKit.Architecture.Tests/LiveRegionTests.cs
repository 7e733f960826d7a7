using System.Text.RegularExpressions;

namespace FieldKit.Architecture.Tests;

/// <summary>What changes by itself or after a tap is told to who does not see it: kept, copied, sent, so many found.</summary>
public sealed partial class LiveRegionTests
{
    [Theory]
    [InlineData("saved")]
    [InlineData("copied")]
    [InlineData("share-outcome")]
    [InlineData("search-count")]
    [InlineData("found-count")]
    [InlineData("guides-found")]
    [InlineData("sync-status")]
    [InlineData("content-answer")]
    [InlineData("storage-promise")]
    [InlineData("map-said")]
    [InlineData("lead-progress")]
    [InlineData("feedback")]
    [InlineData("asked")]
    public void A_change_is_said_in_a_place_that_stands_there_already(string place)
    {
        var tags = Repository.Files("src/FieldKit.App", ".razor")
            .SelectMany(file => Tag().Matches(CodeText.WithoutComments(Repository.Read(file))).Select(match => match.Value))
            .Where(tag => tag.Contains($"data-testid=\"{place}\"", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(tags);
        Assert.All(tags, tag => Assert.Contains("role=\"status\"", tag, StringComparison.Ordinal));
    }

    [GeneratedRegex("<\\w+ (?:\"[^\"\\n]*\"|[^<>\"])*>")]
    private static partial Regex Tag();
}

using FieldKit.Domain;
using FieldKit.Domain.WritingHelp;

namespace FieldKit.Content.Tests.WritingHelp;

/// <summary>The lists that are published, compiled once for all tests.</summary>
internal static class PublishedAids
{
    public static ContentBundle Bundle { get; } = Compile();

    public static WritingAid In(string language) => Bundle.WritingHelp.Single(aid => aid.Language == language);

    private static ContentBundle Compile()
    {
        var result = ContentCompiler.Compile(RepositoryContent.Folder, new DateOnly(2026, 11, 22));
        Assert.True(result.Bundle is not null, string.Join('\n', result.Errors));
        return result.Bundle;
    }
}

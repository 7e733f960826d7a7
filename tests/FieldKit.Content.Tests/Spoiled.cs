namespace FieldKit.Content.Tests;

/// <summary>Good content with one thing wrong.</summary>
internal static class Spoiled
{
    /// <param name="with">The content with this text in <paramref name="file"/>.</param>
    /// <param name="old">Stands in <paramref name="good"/>, and is replaced.</param>
    public static void IsFound(
        Func<string, SmallContent> with, string good, string old, string replacement, string file, string rule, int line)
    {
        Assert.Contains(old, good, StringComparison.Ordinal);
        var result = with(good.Replace(old, replacement, StringComparison.Ordinal)).Compile();
        Assert.Null(result.Bundle);
        Assert.True(
            result.Errors.Any(error => error.File == file && error.Rule == rule && error.Line == line),
            $"Expected {file}:{line}: {rule}, got:\n" + string.Join('\n', result.Errors));
    }
}

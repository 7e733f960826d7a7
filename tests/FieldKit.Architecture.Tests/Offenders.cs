namespace FieldKit.Architecture.Tests;

internal static class Offenders
{
    /// <summary>Fails with the rule and every file that breaks it, one a line.</summary>
    public static void None(string rule, IEnumerable<string> offenders)
    {
        var found = offenders.Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(found.Count == 0, $"{rule}\n  {string.Join("\n  ", found)}");
    }
}

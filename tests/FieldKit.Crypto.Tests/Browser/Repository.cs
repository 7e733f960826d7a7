namespace FieldKit.Crypto.Tests.Browser;

/// <summary>The checkout that these tests were built from: the browser's modules are read from it.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static string Tests { get; } = Path.Combine(Root, "tests", "FieldKit.Crypto.Tests", "Browser");

    private static string Find(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "FieldKit.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("These tests run inside a checkout of FieldKit.");
    }
}

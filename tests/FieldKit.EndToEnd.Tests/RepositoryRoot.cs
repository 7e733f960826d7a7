namespace FieldKit.EndToEnd.Tests;

internal static class RepositoryRoot
{
    /// <summary>The folder that holds FieldKit.sln, found upwards from the test assembly.</summary>
    public static string Path { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "FieldKit.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("FieldKit.sln was not found above the tests.");
    }
}

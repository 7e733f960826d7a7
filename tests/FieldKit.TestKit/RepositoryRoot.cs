namespace FieldKit.TestKit;

/// <summary>The folder that holds the solution, found upwards from where the tests run.</summary>
public static class RepositoryRoot
{
    public static string Path { get; } = Find();

    public static string Of(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "FieldKit.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("No FieldKit.sln above the tests.");
    }
}

using System.Runtime.CompilerServices;

namespace FieldKit.Architecture.Tests;

/// <summary>The source tree that these tests were compiled from. Paths are relative to its root, with forward slashes.</summary>
internal static class Repository
{
    private static readonly HashSet<string> NotOurs =
        new(StringComparer.Ordinal) { ".git", ".vs", ".data", "bin", "obj", "node_modules", "artifacts", "TestResults" };

    public static string Root { get; } = FindRoot();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static bool Holds(string path) => Path.Exists(Path.Combine(Root, path));

    /// <summary>Every file that people wrote, below a folder or below the root.</summary>
    public static IEnumerable<string> Files(string below = "")
    {
        var folder = Path.Combine(Root, below);
        return Directory.Exists(folder) ? Walk(folder).Select(Relative).Order(StringComparer.Ordinal) : [];
    }

    public static IEnumerable<string> Files(string below, params string[] endings) =>
        Files(below).Where(file => endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)));

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            yield return file;
        }

        foreach (var inner in Directory.EnumerateDirectories(folder).Where(inner => !NotOurs.Contains(Path.GetFileName(inner))))
        {
            foreach (var file in Walk(inner))
            {
                yield return file;
            }
        }
    }

    private static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(Path.Combine(folder, "FieldKit.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException("No FieldKit.sln above the architecture tests.");
    }
}

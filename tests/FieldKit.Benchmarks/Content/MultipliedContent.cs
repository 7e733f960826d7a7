using System.Text.RegularExpressions;

namespace FieldKit.Benchmarks.Content;

/// <summary>The shipped content with each flowchart, guide, contact and case many times over, under ids of their own.</summary>
internal sealed partial class MultipliedContent : IDisposable
{
    private static readonly string[] Multiplied = ["flowcharts", "guides", "contacts", "cases"];
    private readonly TemporaryFolder folder = new();

    public MultipliedContent(int times)
    {
        var source = RepositoryRoot.Of("content");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var below = System.IO.Path.GetRelativePath(source, file);
            Write(below, File.ReadAllText(file));
            if (Multiplied.Contains(below.Split(System.IO.Path.DirectorySeparatorChar)[0]))
            {
                var text = File.ReadAllText(file);
                for (var copy = 2; copy <= times; copy++)
                {
                    Write(NameOf(below, copy), OwnId().Replace(text, $"$1-{copy}"));
                }
            }
        }
    }

    public string Path => folder.File("content");

    public void Dispose() => folder.Dispose();

    private static string NameOf(string below, int copy)
    {
        var name = System.IO.Path.GetFileName(below);
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return System.IO.Path.Combine(System.IO.Path.GetDirectoryName(below)!, $"{name[..dot]}-{copy}{name[dot..]}");
    }

    private void Write(string below, string text)
    {
        var path = System.IO.Path.Combine(Path, below);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    // Only an item's own id: what it refers to stays the one that ships.
    [GeneratedRegex(@"^((?:  - )?(?:- )?id: [FGTK]\d\d)$", RegexOptions.Multiline)]
    private static partial Regex OwnId();
}

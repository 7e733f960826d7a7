using System.Text;

namespace FieldKit.EndToEnd.Tests;

/// <summary>Looks for a canary word in raw files: as UTF-8, UTF-16 and base64 (all three alignments).</summary>
internal static class PlaintextSearch
{
    /// <returns>Names of the files below <paramref name="folder"/> that hold the word in any of these forms.</returns>
    public static IReadOnlyList<string> FilesWith(string folder, string canary)
    {
        var needles = Needles(canary).ToList();
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            // A browser that was killed leaves links to its processes behind.
            .Where(file => new FileInfo(file).LinkTarget is null && Holds(file, needles))
            .Select(file => Path.GetRelativePath(folder, file))
            .ToList();
    }

    public static IEnumerable<byte[]> Needles(string canary)
    {
        yield return Encoding.UTF8.GetBytes(canary);
        yield return Encoding.Unicode.GetBytes(canary);
        for (var shift = 0; shift < 3; shift++)
        {
            // The characters at either end depend on their neighbours, so only the middle is searched for.
            var encoded = Convert.ToBase64String([.. new byte[shift], .. Encoding.UTF8.GetBytes(canary)]).TrimEnd('=');
            yield return Encoding.ASCII.GetBytes(encoded[4..^2]);
        }
    }

    private static bool Holds(string file, List<byte[]> needles)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        var bytes = copy.GetBuffer().AsSpan(0, (int)copy.Length);
        foreach (var needle in needles)
        {
            if (bytes.IndexOf(needle) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}

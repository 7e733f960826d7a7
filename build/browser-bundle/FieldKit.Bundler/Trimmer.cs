using System.Diagnostics;

namespace FieldKit.Bundler;

/// <summary>Removes what the app cannot reach, with the SDK's own linker run directly.</summary>
internal sealed class Trimmer(BundleOptions options, RuntimeFeatures features)
{
    public async Task<IReadOnlyDictionary<string, string>> TrimAsync(AssemblyClosure closure)
    {
        var output = Path.Combine(options.Work, "trimmed");
        if (Directory.Exists(output))
        {
            Directory.Delete(output, recursive: true);
        }

        Directory.CreateDirectory(output);
        await RunAsync([.. Arguments(closure, output)]);
        return new SortedDictionary<string, string>(
            Directory.GetFiles(output, "*.dll").ToDictionary(path => Path.GetFileNameWithoutExtension(path)!),
            StringComparer.Ordinal);
    }

    private IEnumerable<string> Arguments(AssemblyClosure closure, string output)
    {
        // The linker is built for one runtime and refuses to roll forward by itself.
        yield return "exec";
        yield return "--fx-version";
        yield return Environment.Version.ToString();
        yield return options.Linker;
        foreach (var argument in Settings(closure, output))
        {
            yield return argument;
        }

        foreach (var (name, path) in closure.ByName)
        {
            yield return "-reference";
            yield return path;
            if (MayTrim(closure, name, path))
            {
                yield return "--action";
                yield return "link";
                yield return name;
            }
        }

        foreach (var (feature, value) in features.Switches)
        {
            yield return "--feature";
            yield return feature;
            yield return value ? "true" : "false";
        }
    }

    private string[] Settings(AssemblyClosure closure, string output) =>
    [
        "-a", closure.ByName[options.Main], "EntryPoint",
        "--trim-mode", "link",
        "--action", "copy",
        "-out", output,
        "-b", "false",
        "--singlewarn",
        // Warnings about the platform's own assemblies, which are theirs to mend.
        "--nowarn", "IL2121;IL2104;IL2026",
        "--skip-unresolved", "true",
    ];

    // The main assembly stays whole: the router finds its pages by reflection.
    private bool MayTrim(AssemblyClosure closure, string name, string path) =>
        name != options.Main && (closure.IsOwn(name) || name == "System.Private.CoreLib" || TrimmableMark.IsOn(path));

    private async Task RunAsync(string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath ?? "dotnet", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var linker = Process.Start(start) ?? throw new BundleException("the trimmer did not start");
        var texts = await Task.WhenAll(linker.StandardOutput.ReadToEndAsync(), linker.StandardError.ReadToEndAsync());
        await linker.WaitForExitAsync();
        if (linker.ExitCode != 0)
        {
            throw new BundleException($"the trimmer answered {linker.ExitCode}: {string.Concat(texts).Trim()}");
        }
    }
}

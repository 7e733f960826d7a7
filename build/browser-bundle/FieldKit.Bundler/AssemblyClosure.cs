using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace FieldKit.Bundler;

/// <summary>The assemblies that the app can reach, by name, each with the file that it comes from.</summary>
internal sealed class AssemblyClosure
{
    // Named by the runtime itself, not by any assembly reference.
    private static readonly string[] RuntimeRoots =
        ["System.Private.CoreLib", "System.Private.Uri", "System.Runtime.InteropServices.JavaScript"];

    private readonly SortedDictionary<string, string> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> own;
    private readonly string[] folders;

    private AssemblyClosure(BundleOptions options)
    {
        own = options.References
            .DistinctBy(Path.GetFileNameWithoutExtension)
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path)!, Path.GetFullPath, StringComparer.Ordinal);
        folders = [options.RuntimeLibraries, options.RuntimeNative, options.Framework];
    }

    public IReadOnlyDictionary<string, string> ByName => byName;

    /// <summary>Whether the assembly is the app's own, rather than the platform's.</summary>
    public bool IsOwn(string name) => own.ContainsKey(name);

    public static AssemblyClosure Walk(BundleOptions options)
    {
        var closure = new AssemblyClosure(options);
        foreach (var root in RuntimeRoots.Prepend(options.Main))
        {
            closure.Add(root);
        }

        return closure;
    }

    private void Add(string name)
    {
        // Platform assemblies name a few that no browser has (System.Windows.Extensions); they are never loaded.
        if (byName.ContainsKey(name) || Locate(name) is not { } path)
        {
            return;
        }

        byName[name] = path;
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        foreach (var handle in metadata.AssemblyReferences)
        {
            Add(metadata.GetString(metadata.GetAssemblyReference(handle).Name));
        }
    }

    private string? Locate(string name) => own.TryGetValue(name, out var path)
        ? path
        : folders.Select(folder => Path.Combine(folder, name + ".dll")).FirstOrDefault(File.Exists);
}

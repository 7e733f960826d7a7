namespace FieldKit.Bundler;

/// <summary>What the build asks for, as <c>--name value</c> pairs.</summary>
/// <param name="Main">Name of the app's own assembly, without extension.</param>
/// <param name="References">Every assembly of the app itself: the main one and what it references.</param>
/// <param name="Runtime">The browser-wasm folder of the runtime pack, holding <c>lib</c> and <c>native</c>.</param>
/// <param name="Framework">The folder with Blazor's own assemblies.</param>
/// <param name="Script">Blazor's start script.</param>
/// <param name="Linker">The trimmer's assembly.</param>
/// <param name="Trim">Whether to remove what is not used.</param>
/// <param name="Hash">Whether to put a content hash in file names and integrity in the boot manifest.</param>
/// <param name="Work">A folder for intermediate files.</param>
/// <param name="Output">The folder that receives <c>_framework</c>.</param>
internal sealed record BundleOptions(
    string Main,
    IReadOnlyList<string> References,
    string Runtime,
    string Framework,
    string Script,
    string Linker,
    bool Trim,
    bool Hash,
    string Work,
    string Output)
{
    public string RuntimeLibraries => Path.Combine(Runtime, "lib", "net10.0");

    public string RuntimeNative => Path.Combine(Runtime, "native");

    public static BundleOptions Parse(string[] arguments)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Length; i += 2)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal) || i + 1 == arguments.Length)
            {
                throw new BundleException($"'{arguments[i]}' is not a --name followed by a value");
            }

            values[arguments[i][2..]] = arguments[i + 1];
        }

        string Required(string name) => values.TryGetValue(name, out var value)
            ? value
            : throw new BundleException($"--{name} is missing");

        return new BundleOptions(
            Main: Required("main"),
            References: File.ReadAllLines(Required("references")),
            Runtime: Required("runtime"),
            Framework: Required("framework"),
            Script: Required("script"),
            Linker: Required("linker"),
            Trim: bool.Parse(Required("trim")),
            Hash: bool.Parse(Required("hash")),
            Work: Required("work"),
            Output: Required("output"));
    }
}

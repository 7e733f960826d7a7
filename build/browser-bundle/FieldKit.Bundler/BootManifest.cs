using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace FieldKit.Bundler;

/// <summary>Writes <c>dotnet.boot.js</c>, which <c>dotnet.js</c> imports by itself to learn what to load, and every file that it names.</summary>
internal sealed class BootManifest(BundleOptions options, RuntimeFeatures features, HashedFolder folder)
{
    // Dutch dates and numbers; the smaller EFIGS data silently formats Dutch as English.
    private const string CultureData = "icudt_no_CJK.dat";

    private static readonly string[] LoadedFirst = ["System.Private.CoreLib", "System.Runtime.InteropServices.JavaScript"];

    public void Write(IReadOnlyDictionary<string, string> assemblies)
    {
        var resources = new JsonObject
        {
            ["jsModuleNative"] = new JsonArray(Module("dotnet.native.js")),
            ["jsModuleRuntime"] = new JsonArray(Module("dotnet.runtime.js")),
            ["wasmNative"] = new JsonArray(Asset(Native("dotnet.native.wasm"))),
            ["icu"] = new JsonArray(Asset(Native(CultureData), virtualPath: CultureData)),
            ["coreAssembly"] = Assemblies(assemblies.Where(assembly => LoadedFirst.Contains(assembly.Key))),
            ["assembly"] = Assemblies(assemblies.Where(assembly => !LoadedFirst.Contains(assembly.Key))),
        };
        resources["hash"] = "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(resources.ToJsonString())));
        folder.PlaceAs("dotnet.boot.js", Encoding.UTF8.GetBytes($"export const config = {Manifest(resources).ToJsonString()};\n"));
        folder.PlaceAs("dotnet.js", File.ReadAllBytes(Native("dotnet.js")));
        folder.PlaceAs("blazor.webassembly.js", File.ReadAllBytes(options.Script));
    }

    private JsonObject Manifest(JsonObject resources) => new()
    {
        ["mainAssemblyName"] = options.Main,
        ["resources"] = resources,
        ["debugLevel"] = 0,
        ["globalizationMode"] = "custom",
        ["extensions"] = new JsonObject { ["blazor"] = new JsonObject() },
        ["runtimeConfig"] = new JsonObject
        {
            ["runtimeOptions"] = new JsonObject { ["configProperties"] = features.ToRuntimeConfig() },
        },
    };

    private JsonArray Assemblies(IEnumerable<KeyValuePair<string, string>> assemblies) =>
        [.. assemblies.Select(assembly => Asset(assembly.Value, virtualPath: assembly.Key + ".dll"))];

    private JsonObject Module(string name) => new() { ["name"] = folder.Place(Native(name), name).Name };

    private JsonObject Asset(string path, string? virtualPath = null)
    {
        var placed = folder.Place(path, Path.GetFileName(path));
        var asset = new JsonObject();
        if (virtualPath is not null)
        {
            asset["virtualPath"] = virtualPath;
        }

        asset["name"] = placed.Name;
        if (folder.HashNames)
        {
            asset["hash"] = placed.Integrity;
        }

        // A name that carries its hash never changes meaning; a plain one (Debug) must be asked for again.
        asset["cache"] = folder.HashNames ? "force-cache" : "no-cache";
        return asset;
    }

    private string Native(string name) => Path.Combine(options.RuntimeNative, name);
}

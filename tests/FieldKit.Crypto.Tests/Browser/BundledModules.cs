using System.Text.Json;
using System.Text.Json.Nodes;

namespace FieldKit.Crypto.Tests.Browser;

/// <summary>The browser's modules, bundled once for these tests, and called under Node.</summary>
public sealed class BundledModules : IAsyncLifetime
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("fieldkit-js-").FullName;

    public async Task InitializeAsync()
    {
        if (!Directory.Exists(Path.Combine(Repository.Root, "node_modules", "esbuild")))
        {
            await CommandLine.RunAsync("npm", ["ci", "--silent"]);
        }

        await CommandLine.RunAsync("node", [Path.Combine("build", "bundle-js.mjs"), Folder]);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Calls in order, in one process, so that what a call unlocked the next one uses.</summary>
    internal async Task<JsonArray> CallAsync(params ModuleCall[] calls)
    {
        var list = new JsonArray([.. calls.Select(call => call.ToJson())]);
        var driver = Path.Combine(Repository.Tests, "crosswise.mjs");
        return JsonNode.Parse(await CommandLine.RunAsync("node", [driver, Folder], list.ToJsonString()))!.AsArray();
    }
}

/// <param name="Arguments">Strings, numbers and byte arrays.</param>
internal sealed record ModuleCall(string Name, params object[] Arguments)
{
    public JsonNode ToJson() => new JsonObject
    {
        ["call"] = Name,
        ["args"] = new JsonArray([.. Arguments.Select(argument => argument is byte[] bytes
            ? new JsonObject { ["base64"] = Convert.ToBase64String(bytes) }
            : JsonSerializer.SerializeToNode(argument))]),
    };
}

internal static class ModuleResult
{
    public static byte[] Bytes(this JsonNode? result) => Convert.FromBase64String(result!["base64"]!.GetValue<string>());
}

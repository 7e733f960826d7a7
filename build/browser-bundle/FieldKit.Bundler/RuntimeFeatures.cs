using System.Text.Json.Nodes;

namespace FieldKit.Bundler;

/// <summary>Switches of the base libraries: told to the trimmer, so that it drops the code, and to the runtime, so that both agree.</summary>
internal sealed class RuntimeFeatures
{
    public IReadOnlyDictionary<string, bool> Switches { get; } = new SortedDictionary<string, bool>(StringComparer.Ordinal)
    {
        ["Microsoft.AspNetCore.Components.Routing.RegexConstraintSupport"] = false,
        ["System.Diagnostics.Debugger.IsSupported"] = false,
        ["System.Diagnostics.Metrics.Meter.IsSupported"] = false,
        ["System.Diagnostics.Tracing.EventSource.IsSupported"] = false,
        ["System.Globalization.Invariant"] = false,
        ["System.Linq.Enumerable.IsSizeOptimized"] = true,
        ["System.Net.Http.EnableActivityPropagation"] = false,
        ["System.Net.Http.WasmEnableStreamingResponse"] = true,
        ["System.Net.SocketsHttpHandler.Http3Support"] = false,
        ["System.Reflection.Metadata.MetadataUpdater.IsSupported"] = false,
        ["System.Resources.UseSystemResourceKeys"] = true,
        // Code made while running is interpreted here: plain reflection is sooner ready.
        ["System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeSupported"] = false,
        ["System.Runtime.Serialization.EnableUnsafeBinaryFormatterSerialization"] = false,
        ["System.Text.Encoding.EnableUnsafeUTF7Encoding"] = false,
        // Our own JSON is source-generated; Blazor's JS interop still reflects over its arguments.
        ["System.Text.Json.JsonSerializer.IsReflectionEnabledByDefault"] = true,
        ["System.TimeZoneInfo.Invariant"] = false,
    };

    public JsonObject ToRuntimeConfig() =>
        new(Switches.Select(feature => KeyValuePair.Create(feature.Key, (JsonNode?)feature.Value)));
}

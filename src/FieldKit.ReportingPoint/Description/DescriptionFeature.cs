using System.Text.Json.Serialization;
using FieldKit.Protocol;
using Microsoft.OpenApi;

namespace FieldKit.ReportingPoint.Description;

/// <summary>The OpenAPI document of this version, at /api/v1/openapi.json and, for who reads it without a server, in docs/openapi.json.</summary>
internal static class DescriptionFeature
{
    public const string Version = "v1";
    private const string Path = "/api/v1/openapi.json";

    public static void AddDescription(this WebApplicationBuilder builder)
    {
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ProtocolJson.Default);
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        builder.Services.AddOpenApi(Version, options =>
        {
            options.AddOperationTransformer<OperationWords>();
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new() { Title = "FieldKit reporting point", Version = Version, Description = "How frames are built, sealed and signed: docs/protocol.md." };

                // Wherever it runs: not the address of who asked.
                document.Servers = [];
                document.Components ??= new();
                document.Components.SecuritySchemes = SecuritySchemes.All.ToDictionary(scheme => scheme.Key, IOpenApiSecurityScheme (scheme) => scheme.Value);
                return Task.CompletedTask;
            });
        });
        builder.Services.AddSingleton<InterfaceDocument>();
    }

    public static void MapDescription(this WebApplication app) => app
        .MapGet(Path, async (InterfaceDocument document) => Results.Bytes(await document.BytesAsync(), "application/json"))
        .ExcludeFromDescription();
}

using System.Globalization;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Doorstep;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FieldKit.ReportingPoint.Description;

/// <summary>One operation of the document, from what was said of its endpoint (<see cref="EndpointWords"/>).</summary>
internal sealed class OperationWords : IOpenApiOperationTransformer
{
    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var words = context.Description.ActionDescriptor.EndpointMetadata;
        var taken = words.OfType<Taken>().SingleOrDefault();
        operation.Responses = [];
        if (taken is not null)
        {
            operation.RequestBody = new OpenApiRequestBody { Required = true, Content = await ContentAsync(context, taken.Json, taken.MediaType, cancellationToken) };
        }

        foreach (var given in words.OfType<Given>())
        {
            operation.Responses[Text(given.Status)] = new OpenApiResponse
            {
                Description = given.MediaType is null ? "Done." : "As asked.",
                Content = given.MediaType is null ? null : await ContentAsync(context, given.Json, given.MediaType, cancellationToken),
            };
        }

        var refusals = words.OfType<Refused>().Select(refused => refused.Refusal).Concat(OfAnyCall(context, takesBody: taken is not null)).Distinct();
        foreach (var alike in refusals.GroupBy(refusal => refusal.Status).OrderBy(alike => alike.Key))
        {
            operation.Responses[Text(alike.Key)] = await RefusalAsync(context, [.. alike], cancellationToken);
        }

        var needed = words.OfType<Needed>().Select(need => need.Scheme).Where(scheme => scheme != SecuritySchemes.OwnPages || !IsGet(context)).ToList();
        if (needed.Count > 0)
        {
            var all = new OpenApiSecurityRequirement();
            needed.ForEach(scheme => all[new OpenApiSecuritySchemeReference(scheme, context.Document)] = []);
            operation.Security = [all];
        }
    }

    private static IEnumerable<Refusal> OfAnyCall(OpenApiOperationTransformerContext context, bool takesBody)
    {
        if (context.Description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) != true)
        {
            return [];
        }

        return takesBody
            ? [Refusal.Malformed, Refusal.TooSlow, Refusal.TooLarge, Refusal.OtherMediaType, Refusal.Failed]
            : [Refusal.Malformed, Refusal.Failed];
    }

    private static bool IsGet(OpenApiOperationTransformerContext context) => context.Description.HttpMethod == HttpMethods.Get;

    private static async Task<OpenApiResponse> RefusalAsync(OpenApiOperationTransformerContext context, IReadOnlyList<Refusal> alike, CancellationToken cancellation)
    {
        var problem = await SchemaAsync(context, typeof(Problem), cancellation);
        var response = new OpenApiResponse
        {
            Description = string.Join(' ', alike.Select(refusal => $"`{refusal.Code}`: {refusal.Title}")),
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [Refusal.MediaType] = new()
                {
                    Schema = new OpenApiSchema
                    {
                        AllOf = [problem],
                        Properties = new Dictionary<string, IOpenApiSchema>
                        {
                            ["code"] = new OpenApiSchema { Enum = [.. alike.Select(refusal => refusal.Code).Distinct().Select(code => (System.Text.Json.Nodes.JsonNode)code)] },
                        },
                    },
                },
            },
        };
        if (alike[0].Status == Refusal.TooMany.Status)
        {
            response.Headers = new Dictionary<string, IOpenApiHeader>
            {
                ["Retry-After"] = new OpenApiHeader { Required = true, Description = "Seconds.", Schema = new OpenApiSchema { Type = JsonSchemaType.Integer } },
            };
        }

        return response;
    }

    private static async Task<Dictionary<string, OpenApiMediaType>> ContentAsync(
        OpenApiOperationTransformerContext context, Type? json, string mediaType, CancellationToken cancellation) => new()
        {
            [mediaType] = new() { Schema = json is null ? null : await SchemaAsync(context, json, cancellation) },
        };

    private static async Task<IOpenApiSchema> SchemaAsync(OpenApiOperationTransformerContext context, Type type, CancellationToken cancellation)
    {
        var schema = await context.GetOrCreateSchemaAsync(type, null, cancellation);
        if (type.IsGenericType)
        {
            return schema;
        }

        context.Document!.AddComponent(type.Name, schema);
        return new OpenApiSchemaReference(type.Name, context.Document);
    }

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}

using System.Text.Json;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Tests.Personas;
using FieldKit.TestKit;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace FieldKit.ReportingPoint.Tests.Description;

/// <summary>The OpenAPI document. That it is true of the answers is held by <see cref="DescribedAnswers"/>, in every test of this suite.</summary>
public sealed class DescriptionTests : IDisposable
{
    private readonly RunningPoint point = new();

    public void Dispose() => point.Dispose();

    [Fact]
    public async Task It_is_the_one_in_docs()
    {
        var served = await ServedAsync();
        var kept = RepositoryRoot.Of("docs", "openapi.json");

        if (!File.Exists(kept) || await File.ReadAllTextAsync(kept) != served)
        {
            var found = RepositoryRoot.Of("artifacts", "openapi.json");
            Directory.CreateDirectory(Path.GetDirectoryName(found)!);
            await File.WriteAllTextAsync(found, served);
            Assert.Fail("docs/openapi.json is not what is served. Look at the difference with artifacts/openapi.json, and copy that over it.");
        }
    }

    [Fact]
    public async Task Every_route_is_in_it()
    {
        using var document = JsonDocument.Parse(await ServedAsync());
        var described = document.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => $"{operation.Name.ToUpperInvariant()} {path.Name}"))
            .Order(StringComparer.Ordinal);
        var mapped = point.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null)
            .Where(endpoint => endpoint.RoutePattern.PathSegments[0].Parts[0] is RoutePatternLiteralPart { Content: "api" or "health" })
            .SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods
                .Select(method => $"{method} /{endpoint.RoutePattern.RawText!.Trim('/').Replace(":guid", "", StringComparison.Ordinal).Replace(":long", "", StringComparison.Ordinal)}"))
            .Order(StringComparer.Ordinal);

        Assert.Equal(mapped, described);
    }

    [Fact]
    public async Task Every_operation_has_a_name_a_summary_and_an_answer_and_every_refusal_is_somebodys()
    {
        using var document = JsonDocument.Parse(await ServedAsync());
        var operations = document.RootElement.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).ToList();

        Assert.All(operations, operation =>
        {
            Assert.NotEmpty(operation.Value.GetProperty("operationId").GetString()!);
            Assert.NotEmpty(operation.Value.GetProperty("summary").GetString()!);
            Assert.Contains(operation.Value.GetProperty("responses").EnumerateObject(), response => response.Name.StartsWith('2'));
        });
        var said = operations.SelectMany(operation => DescribedAnswers.CodesOf(operation.Value)).ToHashSet();
        var refusals = typeof(Refusal).GetFields().Select(field => field.GetValue(null)).OfType<Refusal>().Select(refusal => (refusal.Status, refusal.Code));
        Assert.All(refusals, refusal => Assert.Contains(refusal, said));
    }

    private async Task<string> ServedAsync()
    {
        using var client = point.Client();
        return await client.GetStringAsync("/api/v1/openapi.json");
    }
}

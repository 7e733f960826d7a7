using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using FieldKit.Protocol;
using FieldKit.TestKit;

namespace FieldKit.ReportingPoint.Tests.Description;

/// <summary>Holds every answer of every test to docs/openapi.json: its status, its media type and, of a refusal, its code.</summary>
internal static class DescribedAnswers
{
    private static readonly Lazy<IReadOnlyList<(Regex Path, JsonElement Operations)>> Paths = new(() =>
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(RepositoryRoot.Of("docs", "openapi.json")));
        return [.. document.RootElement.Clone().GetProperty("paths").EnumerateObject().Select(path => (Pattern(path.Name), path.Value))];
    });

    /// <exception cref="UndescribedAnswerException">The document knows the operation, and not such an answer.</exception>
    public static async Task HoldAsync(HttpRequestMessage request, HttpResponseMessage response)
    {
        if (OperationOf(request) is not { } operation)
        {
            return;
        }

        var status = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        var asked = $"{request.Method} {request.RequestUri!.AbsolutePath} answered {status}";
        if (!operation.GetProperty("responses").TryGetProperty(status, out var described))
        {
            throw new UndescribedAnswerException($"{asked}, which docs/openapi.json does not say.");
        }

        var mediaType = response.Content.Headers.ContentType?.MediaType;
        if (mediaType is null)
        {
            return;
        }

        if (!described.TryGetProperty("content", out var content) || !content.TryGetProperty(mediaType, out _))
        {
            throw new UndescribedAnswerException($"{asked} in {mediaType}, which docs/openapi.json does not say.");
        }

        if (mediaType == "application/problem+json")
        {
            await response.Content.LoadIntoBufferAsync();
            var problem = JsonSerializer.Deserialize(await response.Content.ReadAsByteArrayAsync(), ProtocolJson.Default.Problem)!;
            if (!CodesOf(operation).Contains((problem.Status, problem.Code)))
            {
                throw new UndescribedAnswerException($"{asked} {problem.Code}, which docs/openapi.json does not say.");
            }
        }
    }

    public static IEnumerable<(int Status, string Code)> CodesOf(JsonElement operation) => operation.GetProperty("responses").EnumerateObject()
        .Where(response => response.Value.TryGetProperty("content", out var content) && content.TryGetProperty("application/problem+json", out _))
        .SelectMany(response => response.Value.GetProperty("content").GetProperty("application/problem+json").GetProperty("schema")
            .GetProperty("properties").GetProperty("code").GetProperty("enum").EnumerateArray()
            .Select(code => (int.Parse(response.Name, CultureInfo.InvariantCulture), code.GetString()!)));

    private static JsonElement? OperationOf(HttpRequestMessage request)
    {
        var method = request.Method.Method.ToLowerInvariant();
        foreach (var (path, operations) in Paths.Value)
        {
            if (path.IsMatch(request.RequestUri!.AbsolutePath) && operations.TryGetProperty(method, out var operation))
            {
                return operation;
            }
        }

        return null;
    }

    private static Regex Pattern(string path) => new($"^{Regex.Replace(path, @"\{[^}]+\}", "[^/]+")}$");
}

internal sealed class UndescribedAnswerException(string message) : Exception(message);

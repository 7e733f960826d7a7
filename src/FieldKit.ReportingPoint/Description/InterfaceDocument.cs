using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FieldKit.ReportingPoint.Description;

/// <summary>The document's bytes, made once: it says the same as long as the program runs.</summary>
internal sealed class InterfaceDocument([FromKeyedServices(DescriptionFeature.Version)] IOpenApiDocumentProvider provider)
{
    private readonly Lazy<Task<byte[]>> bytes = new(async () =>
    {
        var document = await provider.GetOpenApiDocumentAsync();
        using var written = new MemoryStream();
        await document.SerializeAsJsonAsync(written, OpenApiSpecVersion.OpenApi3_1);
        return written.ToArray();
    });

    public Task<byte[]> BytesAsync() => bytes.Value;
}

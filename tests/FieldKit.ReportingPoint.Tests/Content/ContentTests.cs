using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using FieldKit.Crypto;
using FieldKit.Domain;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Content;

public sealed class ContentTests : IDisposable
{
    private readonly RunningPoint point = new();

    [Fact]
    public async Task Bundle_is_what_the_signed_manifest_says()
    {
        using var client = point.Client();
        var keys = await client.GetFromJsonAsync("/api/v1/keys", ProtocolJson.Default.ReportingPointKeys);

        var manifest = await ManifestAsync();
        var bytes = await client.GetByteArrayAsync("/api/v1/content/bundle");

        Assert.Equal(SHA256.HashData(bytes), manifest.Sha256);
        Assert.True(SigningKey.Verify(
            keys!.SigningPublicKey, ContentManifest.Statement(manifest.Sequence, manifest.ValidUntil, manifest.Sha256), manifest.Signature));
        Assert.Equal("signaal", JsonSerializer.Deserialize(bytes, DomainJson.Default.ContentBundle)!.Forms.Single().Id);
        Assert.True(manifest.ValidUntil > DateOnly.FromDateTime(point.Clock.GetUtcNow().Date));
    }

    [Fact]
    public async Task Bundle_comes_compressed_to_who_accepts_it()
    {
        using var client = point.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/content/bundle");
        request.Headers.AcceptEncoding.Add(new("br"));

        using var answer = await client.SendAsync(request);

        Assert.Equal("br", answer.Content.Headers.ContentEncoding.Single());
        using var bytes = new MemoryStream();
        await new BrotliStream(await answer.Content.ReadAsStreamAsync(), CompressionMode.Decompress).CopyToAsync(bytes);
        Assert.Equal((await ManifestAsync()).Sha256, SHA256.HashData(bytes.ToArray()));
    }

    [Fact]
    public async Task Bundle_that_is_there_already_is_not_sent_again()
    {
        using var client = point.Client();
        using var first = await client.GetAsync("/api/v1/content/bundle");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/content/bundle");
        request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(first.Headers.ETag!.ToString()));

        using var second = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Same_content_on_another_day_keeps_its_sequence_and_bytes()
    {
        var before = await ManifestAsync();
        point.Clock.Advance(TimeSpan.FromDays(3));
        point.Restart();

        var after = await ManifestAsync();

        Assert.Equal((before.Sequence, Convert.ToHexString(before.Sha256)), (after.Sequence, Convert.ToHexString(after.Sha256)));
        Assert.Equal(before.ValidUntil.AddDays(3), after.ValidUntil);
    }

    [Fact]
    public async Task Changed_content_gets_the_next_sequence_and_exchanges_tell_it()
    {
        var worker = await point.EnrolledAsync();
        var before = (await worker.ExchangeAsync()).Header.ContentSequence;
        point.Content = builtOn => SmallContent.WithFormVersion(builtOn, 2);
        point.Restart();

        Assert.Equal(before + 1, (await ManifestAsync()).Sequence);
        Assert.Equal(before + 1, (await worker.ExchangeAsync()).Header.ContentSequence);
    }

    public void Dispose() => point.Dispose();

    private async Task<ContentManifest> ManifestAsync()
    {
        using var client = point.Client();
        return (await client.GetFromJsonAsync("/api/v1/content/manifest", ProtocolJson.Default.ContentManifest))!;
    }
}

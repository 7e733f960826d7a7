using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using FieldKit.Crypto;
using FieldKit.Domain;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Content;

public sealed class ContentTests : IDisposable
{
    private readonly RunningPoint point = new();

    [Fact]
    public async Task Parts_are_what_the_signed_manifest_says()
    {
        using var client = point.Client();
        var keys = await client.GetFromJsonAsync("/api/v1/keys", ProtocolJson.Default.ReportingPointKeys);

        var manifest = await ManifestAsync();
        var parts = ContentBytes.Split(await client.GetByteArrayAsync($"/api/v1/content/parts/{manifest.Sequence}"), manifest.Parts);

        Assert.True(SigningKey.Verify(keys!.SigningPublicKey, manifest.Statement(), manifest.Signature!));
        Assert.Equal("signaal", ContentParts.Join(manifest.BuiltOn, parts!).Forms.Single().Id);
        Assert.True(manifest.ValidUntil > DateOnly.FromDateTime(point.Clock.GetUtcNow().Date));
    }

    [Fact]
    public async Task Only_the_parts_that_are_asked_for_are_sent_in_their_order()
    {
        var manifest = await ManifestAsync();
        ContentPart[] wanted = [manifest.Parts[2], manifest.Parts[0]];

        using var answer = await AskAsync([.. wanted.Select(part => part.Sha256)]);

        Assert.NotNull(ContentBytes.Split(await answer.Content.ReadAsByteArrayAsync(), wanted));
    }

    [Fact]
    public async Task Parts_that_are_not_of_this_edition_are_refused()
    {
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await AskAsync([new byte[32]]));
        await Expect.RefusalAsync(HttpStatusCode.RequestEntityTooLarge, Refusals.TooLarge, await AskAsync([.. Enumerable.Repeat(new byte[32], Limits.ContentParts + 1)]));
        await Expect.RefusalAsync(HttpStatusCode.BadRequest, Refusals.Malformed, await AskAsync([null!]));
        using var client = point.Client();
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await client.GetAsync("/api/v1/content/parts/999"));
    }

    [Theory]
    [InlineData("/api/v1/content/manifest")]
    [InlineData("/api/v1/content/parts/1")]
    public async Task Content_comes_compressed_to_who_accepts_it(string address)
    {
        using var client = point.Client();
        var plain = await client.GetByteArrayAsync(address);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.Add(new("br"));

        using var answer = await client.SendAsync(request);

        Assert.Equal("br", answer.Content.Headers.ContentEncoding.Single());
        using var bytes = new MemoryStream();
        await new BrotliStream(await answer.Content.ReadAsStreamAsync(), CompressionMode.Decompress).CopyToAsync(bytes);
        Assert.Equal(plain, bytes.ToArray());
    }

    [Theory]
    [InlineData("/api/v1/content/manifest")]
    [InlineData("/api/v1/content/parts/1")]
    public async Task What_is_there_already_is_not_sent_again(string address)
    {
        using var client = point.Client();
        using var first = await client.GetAsync(address);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
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

        Assert.Equal(before.Sequence, after.Sequence);
        Assert.Equal(before.Parts.Select(part => Convert.ToHexString(part.Sha256)), after.Parts.Select(part => Convert.ToHexString(part.Sha256)));
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

    private async Task<HttpResponseMessage> AskAsync(IReadOnlyList<byte[]> digests)
    {
        using var client = point.Client();
        return await client.PostAsJsonAsync("/api/v1/content/parts", new(digests), ProtocolJson.Default.ContentPartsRequest);
    }

    private async Task<ContentManifest> ManifestAsync()
    {
        using var client = point.Client();
        return (await client.GetFromJsonAsync("/api/v1/content/manifest", ProtocolJson.Default.ContentManifest))!;
    }
}

using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using FieldKit.Content.Bundles;
using FieldKit.Device.Sync;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Fuzz;

/// <summary>All that reads bytes of somebody else, on either side, without the network around it.</summary>
internal static class FuzzedReaders
{
    private static readonly Guid Somebody = new("019a0000-0000-7000-8000-000000000001");
    private static readonly byte[] Point = [4, .. Enumerable.Repeat((byte)7, 64)];
    private static readonly ReportingPointKeys Keys = new(Somebody, 1, Point, Point);

    public static IReadOnlyList<FuzzTarget> All()
    {
        var request = Frames.Request(3);
        var response = new ExchangeResponse(
            Somebody, DateTimeOffset.UnixEpoch, [new(Somebody, 4, null), new(Somebody, null, Refusals.Conflict)], new byte[64], 9, false, 2,
            [new(Somebody, Somebody, "utrecht", 1, 9, 40)]);
        var content = BundleFile.Build(SmallContent.Bundle(new(2026, 11, 22)), 2, new(2027, 1, 1));
        return
        [
            FuzzTarget.Reader<MalformedFrameException>("exchange frame", ExchangeFrame.Write(request, Frames.Bodies(request)), bytes => ExchangeFrame.ReadRequest(bytes)),
            FuzzTarget.Reader<MalformedFrameException>(
                "JSON header of an exchange", JsonSerializer.SerializeToUtf8Bytes(request, ProtocolJson.Default.ExchangeRequest),
                json => ExchangeFrame.ReadRequest(Frames.WithHeader(json, Frames.Bodies(request)))),
            FuzzTarget.Reader<MalformedFrameException>(
                "frame of an answer", ExchangeFrame.Write(response, [new byte[40]]), bytes => ExchangeFrame.ReadResponse(bytes)),
            FuzzTarget.Reader<MalformedFrameException>(
                "JSON header of an answer", JsonSerializer.SerializeToUtf8Bytes(response, ProtocolJson.Default.ExchangeResponse),
                json => ExchangeFrame.ReadResponse(Frames.WithHeader(json, [new byte[40]]))),
            FuzzTarget.Reader<MalformedContentException>("content file", content.Write(), bytes => ContentFile.Read(bytes)),
            .. content.Parts.Select((part, index) => FuzzTarget.Reader<JsonException>(
                "content part " + content.Manifest.Parts[index].Name, part,
                bytes => BundleFile.Open(content with { Parts = [.. content.Parts.Select((other, place) => place == index ? bytes : other)] }))),
            new(
                "typed enrolment code", [Encoding.UTF8.GetBytes(EnrolmentCode.New(Keys).ToString())],
                bytes => Task.FromResult(EnrolmentCode.TryParse(Encoding.UTF8.GetString(bytes)) is not null)),
            Answered(
                "answer to an enrolment", HttpStatusCode.OK, "application/json",
                JsonSerializer.SerializeToUtf8Bytes(new EnrolmentResponse("utrecht", "Jongerenwerk", "jongerenwerk", Keys), ProtocolJson.Default.EnrolmentResponse)),
            Answered(
                "problem details", HttpStatusCode.Conflict, "application/problem+json",
                JsonSerializer.SerializeToUtf8Bytes(new("about:blank", "Used before.", 409, Refusals.EnrolmentCodeUsed), ProtocolJson.Default.Problem)),
        ];
    }

    /// <summary>What a device makes of an answer that somebody spoiled.</summary>
    private static FuzzTarget Answered(string name, HttpStatusCode status, string mediaType, byte[] seed) => new(name, [seed], async bytes =>
    {
        using var http = new HttpClient(new Spoiled(status, mediaType, bytes)) { BaseAddress = new("http://reporting.point/") };
        try
        {
            await new HttpReportingPoint(http).EnrolAsync(new("A", Somebody, Point, new byte[32]), CancellationToken.None);
            return true;
        }
        catch (ReportingPointRefusedException)
        {
            return true;
        }
        catch (ReportingPointUnreachableException)
        {
            return false;
        }
    });

    private sealed class Spoiled(HttpStatusCode status, string mediaType, byte[] bytes) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(status)
            {
                Content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } },
            });
    }
}

/// <summary>Good exchanges, and frames around headers that may be anything.</summary>
internal static class Frames
{
    private const int BodyBytes = 500;

    public static ExchangeRequest Request(int envelopes) => new(0, null, 0, [.. Enumerable.Range(0, envelopes).Select(_ =>
        new EnvelopeHeader(Guid.CreateVersion7(), EnvelopeKinds.Signal, "utrecht", "signaal", 1, 1, BodyBytes))]);

    public static IReadOnlyList<byte[]> Bodies(ExchangeRequest request) => [.. request.Envelopes.Select(_ => new byte[BodyBytes])];

    public static byte[] WithHeader(byte[] json, IReadOnlyList<byte[]> bodies)
    {
        using var deflated = new MemoryStream();
        using (var deflate = new DeflateStream(deflated, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(json);
        }

        return [.. "FKF"u8, Frame.Version, .. BitConverter.GetBytes((uint)deflated.Length), .. deflated.ToArray(), .. bodies.SelectMany(body => body)];
    }
}

using System.Net;
using System.Security.Cryptography;
using System.Text;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Intake;

public sealed class ExchangeRefusalTests : IDisposable
{
    private static readonly byte[] NoOp = ExchangeFrame.Write(new ExchangeRequest(0, null, 0, []), []);
    private readonly RunningPoint point = new();

    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer x.y")]
    [InlineData("Basic ZGVtbzpkZW1v")]
    public async Task Without_a_readable_token_is_not_enrolled(string authorization)
    {
        var device = await point.EnrolledAsync();

        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotEnrolled, await device.PostAsync(NoOp, authorization: authorization));
    }

    [Fact]
    public async Task Wrong_token_is_not_enrolled()
    {
        var device = await point.EnrolledAsync();
        device.Token = RandomNumberGenerator.GetBytes(32);

        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotEnrolled, await device.PostAsync(NoOp));
    }

    [Fact]
    public async Task Unknown_device_is_not_enrolled() =>
        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotEnrolled, await new FieldDevice(point).PostAsync(NoOp));

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/octet-stream")]
    public async Task Other_media_type_is_refused(string mediaType)
    {
        var device = await point.EnrolledAsync();

        await Expect.RefusalAsync(HttpStatusCode.UnsupportedMediaType, Refusals.Malformed, await device.PostAsync(NoOp, mediaType));
    }

    [Fact]
    public async Task Not_a_frame_is_refused()
    {
        var device = await point.EnrolledAsync();

        await Expect.RefusalAsync(HttpStatusCode.BadRequest, Refusals.Malformed, await device.PostAsync(Encoding.UTF8.GetBytes("{\"cursor\":0}")));
    }

    [Fact]
    public async Task Other_version_of_the_frame_is_refused_with_those_that_are_spoken()
    {
        var device = await point.EnrolledAsync();
        var frame = NoOp.ToArray();
        frame[3] = 9;

        var refusal = await Expect.RefusalAsync(HttpStatusCode.BadRequest, Refusals.VersionUnsupported, await device.PostAsync(frame));

        Assert.Equal([1], refusal.Versions);
    }

    [Fact]
    public async Task Negative_cursor_is_refused()
    {
        var device = await point.EnrolledAsync();

        await Expect.RefusalAsync(
            HttpStatusCode.BadRequest, Refusals.Malformed,
            await device.PostAsync(ExchangeFrame.Write(new ExchangeRequest(-1, null, 0, []), [])));
    }

    [Theory]
    [InlineData(Limits.FrameBytes + 1)]
    [InlineData(Limits.FrameBytes + 1024 * 1024)]
    public async Task Body_too_large_is_refused(int length)
    {
        var device = await point.EnrolledAsync();

        await Expect.RefusalAsync(HttpStatusCode.RequestEntityTooLarge, Refusals.TooLarge, await device.PostAsync(new byte[length]));
    }

    [Fact]
    public async Task Altered_frame_is_refused_or_answered_but_never_fails()
    {
        var device = await point.EnrolledAsync();
        var envelope = device.Seal("Ik zag iets.");
        var frame = ExchangeFrame.Write(new ExchangeRequest(0, null, 0, [envelope.Header]), [envelope.Body]);
        var random = new Random(20261122);
        for (var round = 0; round < 60; round++)
        {
            var altered = frame.ToArray();
            altered[random.Next(frame.Length - envelope.Body.Length)] ^= (byte)(1 << random.Next(8));

            using var answer = await device.PostAsync(altered);

            Assert.True(answer.StatusCode < HttpStatusCode.InternalServerError, $"round {round}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Refusal_says_nothing_of_what_was_sent()
    {
        var device = await point.EnrolledAsync();

        using var answer = await device.PostAsync(Encoding.UTF8.GetBytes("FKF geheim-woord"));

        Assert.DoesNotContain("geheim", await answer.Content.ReadAsStringAsync());
        Assert.DoesNotContain("geheim", point.Log.Text);
    }

    public void Dispose() => point.Dispose();
}

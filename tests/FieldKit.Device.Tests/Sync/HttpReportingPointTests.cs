using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FieldKit.Device.Sync;
using FieldKit.Protocol;

namespace FieldKit.Device.Tests.Sync;

public sealed class HttpReportingPointTests
{
    [Fact]
    public async Task An_exchange_carries_device_and_token_and_brings_the_frame()
    {
        var device = Guid.Parse("01936f3e-0000-7000-8000-000000000001");
        HttpRequestMessage? seen = null;
        var answer = await ExchangeAsync(request =>
        {
            seen = request;
            return Answer(HttpStatusCode.OK, Frame.ContentType, "FKF");
        }, device);
        Assert.Equal("FKF"u8.ToArray(), answer);
        Assert.Equal("https://meldpunt.example/api/v1/exchange", seen!.RequestUri!.ToString());
        Assert.Equal($"Bearer {device:N}.geheim", seen.Headers.Authorization!.ToString());
        Assert.Equal(Frame.ContentType, seen.Content!.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, "text/html")]
    [InlineData(HttpStatusCode.OK, "application/json")]
    [InlineData(HttpStatusCode.NoContent, Frame.ContentType)]
    [InlineData(HttpStatusCode.Forbidden, "text/html")]
    [InlineData(HttpStatusCode.NotFound, "application/json")]
    [InlineData(HttpStatusCode.BadGateway, "text/html")]
    [InlineData(HttpStatusCode.InternalServerError, "application/problem+json")]
    [InlineData(HttpStatusCode.NetworkAuthenticationRequired, "text/html")]
    public async Task An_answer_that_is_not_the_reporting_points_counts_as_not_reached(HttpStatusCode status, string type) =>
        await Assert.ThrowsAsync<ReportingPointUnreachableException>(() => ExchangeAsync(_ => Answer(status, type, "<html>")));

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, Refusals.NotEnrolled)]
    [InlineData(HttpStatusCode.Forbidden, Refusals.DeviceRevoked)]
    [InlineData(HttpStatusCode.RequestEntityTooLarge, Refusals.TooLarge)]
    public async Task A_refusal_is_told_by_its_code(HttpStatusCode status, string code)
    {
        var refusal = await Assert.ThrowsAsync<ReportingPointRefusedException>(() => ExchangeAsync(_ => Problem(status, code)));
        Assert.Equal(code, refusal.Code);
    }

    [Theory]
    [InlineData("", Refusals.VersionUnsupported)]
    [InlineData(",\"versions\":null", Refusals.VersionUnsupported)]
    [InlineData(",\"versions\":[2,3]", Refusals.VersionUnsupported)]
    [InlineData(",\"versions\":[0]", SyncRefusals.ReportingPointOlder)]
    public async Task Another_version_tells_which_of_the_two_is_older(string versions, string code)
    {
        var refusal = await Assert.ThrowsAsync<ReportingPointRefusedException>(() => ExchangeAsync(_ => Answer(
            HttpStatusCode.BadRequest, "application/problem+json", $$"""{"type":"about:blank","title":"Nee","status":400,"code":"version-unsupported"{{versions}}}""")));
        Assert.Equal(code, refusal.Code);
    }

    [Fact]
    public async Task Being_cut_off_for_sending_slowly_counts_as_not_reached() =>
        await Assert.ThrowsAsync<ReportingPointUnreachableException>(() => ExchangeAsync(_ => Problem(HttpStatusCode.RequestTimeout, Refusals.TooSlow)));

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task Retry_after_in_seconds_is_passed_on(HttpStatusCode status)
    {
        var failure = await Assert.ThrowsAsync<ReportingPointUnreachableException>(() => ExchangeAsync(_ =>
        {
            var answer = Problem(status, Refusals.TooMany);
            answer.Headers.RetryAfter = new(TimeSpan.FromSeconds(42));
            return answer;
        }));
        Assert.Equal(TimeSpan.FromSeconds(42), failure.RetryAfter);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(-30)]
    public async Task Retry_after_as_a_date_is_measured_by_the_answers_own_clock(int seconds)
    {
        var now = new DateTimeOffset(2001, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var failure = await Assert.ThrowsAsync<ReportingPointUnreachableException>(() => ExchangeAsync(_ =>
        {
            var answer = Problem(HttpStatusCode.TooManyRequests, Refusals.TooMany);
            answer.Headers.Date = now;
            answer.Headers.RetryAfter = new(now.AddSeconds(seconds));
            return answer;
        }));
        Assert.Equal(seconds > 0 ? TimeSpan.FromSeconds(seconds) : null, failure.RetryAfter);
    }

    [Fact]
    public async Task A_connection_that_fails_or_times_out_counts_as_not_reached()
    {
        await Assert.ThrowsAsync<ReportingPointUnreachableException>(() => ExchangeAsync(_ => throw new HttpRequestException("geen netwerk")));
        await Assert.ThrowsAsync<ReportingPointUnreachableException>(() => ExchangeAsync(_ => throw new TaskCanceledException("te lang")));
        await Assert.ThrowsAsync<ReportingPointUnreachableException>(() => ExchangeAsync(_ => throw new IOException("afgebroken")));
    }

    [Fact]
    public async Task Stopping_is_not_an_outage()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => ExchangeAsync(_ => Answer(HttpStatusCode.OK, Frame.ContentType, ""), default, stop.Token));
    }

    [Fact]
    public async Task An_endless_answer_is_cut_off() =>
        await Assert.ThrowsAsync<ReportingPointUnreachableException>(
            () => ExchangeAsync(_ => Answer(HttpStatusCode.OK, Frame.ContentType, new string('x', Limits.FrameBytes + 1))));

    [Fact]
    public async Task Json_that_is_none_counts_as_not_reached()
    {
        using var http = Client(_ => Answer(HttpStatusCode.OK, "application/json", "{\"instance\":"));
        await Assert.ThrowsAsync<ReportingPointUnreachableException>(() => new HttpReportingPoint(http).KeysAsync(default).AsTask());
    }

    private static async Task<byte[]> ExchangeAsync(
        Func<HttpRequestMessage, HttpResponseMessage> answer, Guid device = default, CancellationToken cancellation = default)
    {
        using var http = Client(answer);
        return await new HttpReportingPoint(http).ExchangeAsync(device, "geheim", [1, 2, 3], cancellation);
    }

    private static HttpClient Client(Func<HttpRequestMessage, HttpResponseMessage> answer) =>
        new(new AnsweringHandler(answer)) { BaseAddress = new("https://meldpunt.example/") };

    private static HttpResponseMessage Problem(HttpStatusCode status, string code) =>
        Answer(status, "application/problem+json", $$"""{"type":"about:blank","title":"Nee","status":{{(int)status}},"code":"{{code}}"}""");

    private static HttpResponseMessage Answer(HttpStatusCode status, string type, string text)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return new(status) { Content = content };
    }

    private sealed class AnsweringHandler(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Task.FromResult(answer(request));
        }
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text;
using FieldKit.Crypto;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Intake;

public sealed class EnrolmentTests : IDisposable
{
    private readonly RunningPoint point = new();

    [Fact]
    public async Task Unknown_code_is_refused()
    {
        var code = EnrolmentCode.New(new(Guid.NewGuid(), 1, Setups.Utrecht.EpochPublicKey, Setups.Utrecht.EpochPublicKey));

        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.EnrolmentCodeUnknown, await new FieldDevice(point).TryEnrolAsync(code));
    }

    [Fact]
    public async Task Used_code_is_refused_to_another_device()
    {
        var code = await point.IssueCodeAsync();
        await new FieldDevice(point).EnrolAsync(code);

        await Expect.RefusalAsync(HttpStatusCode.Conflict, Refusals.EnrolmentCodeUsed, await new FieldDevice(point).TryEnrolAsync(code));
    }

    [Fact]
    public async Task Used_code_is_refused_to_the_same_id_with_another_token()
    {
        var code = await point.IssueCodeAsync();
        var device = new FieldDevice(point);
        await device.EnrolAsync(code);
        var thief = device.EnrolmentRequest(code) with { TokenHash = new byte[32] };

        await Expect.RefusalAsync(HttpStatusCode.Conflict, Refusals.EnrolmentCodeUsed, await device.TryEnrolAsync(thief));
        Assert.Empty((await device.ExchangeAsync()).Header.Outcomes);
    }

    [Fact]
    public async Task Expired_code_is_refused()
    {
        var code = await point.IssueCodeAsync();
        point.Clock.Advance(TimeSpan.FromDays(7));

        await Expect.RefusalAsync(HttpStatusCode.Gone, Refusals.EnrolmentCodeExpired, await new FieldDevice(point).TryEnrolAsync(code));
    }

    [Fact]
    public async Task Code_holds_until_its_last_moment()
    {
        var code = await point.IssueCodeAsync();
        point.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));

        await new FieldDevice(point).EnrolAsync(code);
    }

    [Fact]
    public async Task Known_device_is_not_taken_over_by_another_code()
    {
        var device = await point.EnrolledAsync();
        var request = device.EnrolmentRequest(await point.IssueCodeAsync("arnhem"));

        await Expect.RefusalAsync(HttpStatusCode.Conflict, Refusals.Conflict, await device.TryEnrolAsync(request));
    }

    [Fact]
    public async Task Key_that_is_no_point_is_refused()
    {
        var device = new FieldDevice(point);
        var request = device.EnrolmentRequest(await point.IssueCodeAsync()) with { PublicKey = new byte[65] };

        await Expect.RefusalAsync(HttpStatusCode.BadRequest, Refusals.Malformed, await device.TryEnrolAsync(request));
    }

    [Theory]
    [InlineData("application/json", "{\"code\":", HttpStatusCode.BadRequest, Refusals.Malformed)]
    [InlineData("application/json", "null", HttpStatusCode.BadRequest, Refusals.Malformed)]
    [InlineData("application/json", "{}", HttpStatusCode.BadRequest, Refusals.Malformed)]
    [InlineData("text/plain", "{}", HttpStatusCode.UnsupportedMediaType, Refusals.Malformed)]
    public async Task Something_else_is_refused(string mediaType, string body, HttpStatusCode status, string code)
    {
        using var client = point.Client();

        await Expect.RefusalAsync(status, code, await client.PostAsync("/api/v1/enrolment", new StringContent(body, Encoding.UTF8, mediaType)));
    }

    [Fact]
    public async Task Retry_after_a_lost_answer_gets_the_same_answer_even_when_the_code_has_expired_since()
    {
        var code = await point.IssueCodeAsync();
        var device = new FieldDevice(point);
        await device.EnrolAsync(code);
        var first = device.Enrolled;
        point.Clock.Advance(TimeSpan.FromDays(30));
        point.Restart();

        await device.EnrolAsync(code);

        // Signed anew: a signature of the same is never the same bytes.
        Assert.Equivalent(first with { Admission = null }, device.Enrolled with { Admission = null });
    }

    [Fact]
    public async Task Code_brings_municipality_organisation_role_and_the_keys_that_it_was_made_for()
    {
        var code = await point.IssueCodeAsync("arnhem");
        var device = new FieldDevice(point);
        await device.EnrolAsync(code);

        Assert.Equal(("arnhem", "Jongerenwerk arnhem", "jongerenwerk"), (device.Enrolled.Municipality, device.Enrolled.Organisation, device.Enrolled.Role));
        Assert.Equal(Setups.Arnhem.EpochPublicKey, device.Enrolled.Keys.EpochPublicKey);
        Assert.True(code.Matches(device.Enrolled.Keys));
    }

    [Fact]
    public async Task Guessing_is_slowed_down()
    {
        var device = new FieldDevice(point);
        var code = new EnrolmentCode("000000000000", "00000000");
        HttpResponseMessage? answer = null;
        for (var attempt = 0; attempt <= 30; attempt++)
        {
            answer?.Dispose();
            answer = await device.TryEnrolAsync(code);
        }

        Assert.InRange(answer!.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        await Expect.RefusalAsync(HttpStatusCode.TooManyRequests, Refusals.TooMany, answer);
    }

    [Fact]
    public async Task Keys_are_public()
    {
        using var client = point.Client();

        var keys = await client.GetFromJsonAsync("/api/v1/keys?municipality=utrecht", ProtocolJson.Default.ReportingPointKeys);

        Assert.Equal(Setups.Utrecht.EpochPublicKey, keys!.EpochPublicKey);
        Assert.True(PublicPoint.IsValid(keys.SigningPublicKey));
    }

    [Fact]
    public async Task Keys_of_an_unknown_municipality_are_not_found()
    {
        using var client = point.Client();

        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await client.GetAsync("/api/v1/keys?municipality=nijmegen"));
    }

    public void Dispose() => point.Dispose();
}

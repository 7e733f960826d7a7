using System.Net;
using System.Net.Http.Json;
using System.Text;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Doorstep;

/// <summary>The canary in the log: whatever is sent, and however it fails, no word or secret of it is logged at any level.</summary>
public sealed class LogTests : IDisposable
{
    private const string Canary = "kanarievogel7315";
    private readonly RunningPoint point = new() { LogsAll = true };

    public LogTests() => point.Restart();

    [Fact]
    public async Task What_is_sent_through_every_door_stays_out_of_the_log_also_where_it_cannot_be_read()
    {
        var code = await point.IssueCodeAsync();
        var worker = new FieldDevice(point);
        await worker.EnrolAsync(code);
        var envelope = worker.Seal(Canary);
        await worker.ExchangeAsync(envelope);
        using var screener = await StaffMember.ScreenerAsync(point);
        var answer = StaffMember.Write(await screener.OpenAsync(envelope.Header.Id), "eerste-blik", Canary);
        (await screener.AnswerAsync(envelope.Header.Id, answer)).EnsureSuccessStatusCode();
        await SendUnreadableAsync(screener, envelope);

        AssertNotLogged(Canary, code.Whole, code.Secret, Setups.UtrechtSecrets.Password, worker.Authorization.Split('.')[1], Convert.ToBase64String(answer.SealedForDevice));

        // And the levels were really on: what the framework says of each request is there.
        Assert.Contains("/api/v1/exchange", point.Log.Text);
    }

    [Fact]
    public async Task Failing_database_is_logged_by_route_and_kind_of_failure_without_what_was_to_be_stored()
    {
        var worker = await point.EnrolledAsync();
        using var screener = await StaffMember.ScreenerAsync(point);
        var envelope = worker.Seal(Canary);
        foreach (var table in new[] { "envelopes", "staff", "audit", "content_files", "devices" })
        {
            await point.ExecuteAsync($"ALTER TABLE {table} RENAME TO {table}_out_of_reach");
        }

        var request = new ExchangeRequest(0, null, 0, [envelope.Header with { Form = Canary }]);
        using var exchanged = await worker.PostAsync(ExchangeFrame.Write(request, [envelope.Body]));
        using var signedIn = await SignInAsync(screener, Canary, Canary);
        using var opened = await screener.Client.GetAsync($"/api/v1/staff/signals/{envelope.Header.Id}");

        Assert.All(new[] { exchanged, signedIn, opened }, answer => Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode));
        Assert.Contains("A request to /api/v1/exchange failed: ", point.Log.Text);
        Assert.DoesNotContain($"staff/signals/{envelope.Header.Id} failed", point.Log.Text);
        AssertNotLogged(Canary, worker.Authorization.Split('.')[1]);
    }

    public void Dispose() => point.Dispose();

    /// <summary>Each door in turn, with bytes that it cannot take.</summary>
    private async Task SendUnreadableAsync(StaffMember screener, Envelope envelope)
    {
        var worker = await point.EnrolledAsync();
        var json = $"{{\"{Canary}\":\"{Canary}\",\"code\":{Canary}";
        string[] doors =
        [
            "/api/v1/enrolment", "/api/v1/staff/session", $"/api/v1/staff/signals/{envelope.Header.Id}/answers", "/api/v1/content/parts",
        ];
        foreach (var door in doors)
        {
            using var refused = await screener.Client.PostAsync(door, new StringContent(json, Encoding.UTF8, "application/json"));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        using (var frame = await worker.PostAsync(Encoding.UTF8.GetBytes("FKF\u0001" + Canary)))
        {
            Assert.Equal(HttpStatusCode.BadRequest, frame.StatusCode);
        }

        using (var token = await worker.PostAsync([], authorization: $"Bearer {Canary}.{Canary}"))
        {
            Assert.Equal(HttpStatusCode.Unauthorized, token.StatusCode);
        }

        using var nobody = StaffMember.Nobody(point);
        using var wrong = await SignInAsync(nobody, Canary, Canary);
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        using var editor = await StaffMember.EditorAsync(point);
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes("FKC\u0002" + Canary));
        content.Headers.ContentType = new(ContentFile.ContentType);
        using var upload = await editor.Client.PostAsync("/api/v1/staff/content", content);
        Assert.Equal(HttpStatusCode.BadRequest, upload.StatusCode);
    }

    private static Task<HttpResponseMessage> SignInAsync(StaffMember member, string name, string password) =>
        member.Client.PostAsJsonAsync("/api/v1/staff/session", new SignInRequest(name, password), ProtocolJson.Default.SignInRequest);

    private void AssertNotLogged(params string[] secrets)
    {
        var log = point.Log.Text;
        foreach (var secret in secrets)
        {
            var bytes = Encoding.UTF8.GetBytes(secret);
            foreach (var form in new[] { secret, Convert.ToBase64String(bytes)[..^4], Convert.ToHexString(bytes), Convert.ToHexStringLower(bytes) })
            {
                var place = log.IndexOf(form, StringComparison.Ordinal);
                Assert.True(place < 0, place < 0 ? "" : $"Logged: …{log[Math.Max(0, place - 300)..Math.Min(log.Length, place + 100)]}");
            }
        }
    }
}

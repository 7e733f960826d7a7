using System.Net;
using System.Net.Http.Json;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Staff;

public sealed class SessionTests : IDisposable
{
    private readonly RunningPoint point = new();

    [Theory]
    [InlineData("screener", "fout")]
    [InlineData("niemand", "wachtwoord-utrecht")]
    [InlineData("", "")]
    public async Task Wrong_name_or_password_is_refused_alike(string name, string password)
    {
        using var nobody = StaffMember.Nobody(point);

        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.SignInFailed, await SignInAsync(nobody.Client, name, password));
    }

    [Fact]
    public async Task Sign_in_without_the_header_is_refused()
    {
        using var client = point.ClientWithCookies();

        await Expect.RefusalAsync(
            HttpStatusCode.Forbidden, Refusals.NotAllowed,
            await SignInAsync(client, Setups.UtrechtSecrets.Name, Setups.UtrechtSecrets.Password));
    }

    [Theory]
    [InlineData("session")]
    [InlineData("keyring")]
    [InlineData("inbox")]
    [InlineData("signals/019a0000-0000-7000-8000-000000000000")]
    public async Task Without_a_session_nothing_is_told(string path)
    {
        using var nobody = StaffMember.Nobody(point);

        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await nobody.Client.GetAsync("/api/v1/staff/" + path));
    }

    [Fact]
    public async Task Session_ends_after_a_working_day()
    {
        using var screener = await StaffMember.ScreenerAsync(point);
        point.Clock.Advance(TimeSpan.FromHours(9) + TimeSpan.FromMinutes(1));

        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await screener.Client.GetAsync("/api/v1/staff/inbox"));
    }

    [Fact]
    public async Task Session_ends_at_sign_out()
    {
        using var screener = await StaffMember.ScreenerAsync(point);
        using (var signedOut = await screener.Client.DeleteAsync("/api/v1/staff/session"))
        {
            Assert.Equal(HttpStatusCode.NoContent, signedOut.StatusCode);
        }

        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await screener.Client.GetAsync("/api/v1/staff/session"));
    }

    [Fact]
    public async Task Guessing_a_password_is_slowed_down()
    {
        using var nobody = StaffMember.Nobody(point);
        HttpResponseMessage? answer = null;
        for (var attempt = 0; attempt <= 10; attempt++)
        {
            answer?.Dispose();
            // Not even readable: the limit comes before the work.
            answer = await nobody.Client.PostAsync("/api/v1/staff/session", new StringContent("{"));
        }

        Assert.NotNull(answer!.Headers.RetryAfter);
        await Expect.RefusalAsync(HttpStatusCode.TooManyRequests, Refusals.TooMany, answer);
    }

    [Fact]
    public async Task Cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        using var client = point.Client();
        client.DefaultRequestHeaders.Add("X-FieldKit", "1");

        using var answer = await SignInAsync(client, Setups.UtrechtSecrets.Name, Setups.UtrechtSecrets.Password);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Session_tells_who_and_where_and_outlives_a_restart_of_the_server()
    {
        using var client = point.Client();
        client.DefaultRequestHeaders.Add("X-FieldKit", "1");
        using var signedIn = await SignInAsync(client, " SCREENER ", Setups.UtrechtSecrets.Password);
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        point.Restart();

        using var later = point.Client();
        later.DefaultRequestHeaders.Add("Cookie", cookie);
        var session = await later.GetFromJsonAsync("/api/v1/staff/session", ProtocolJson.Default.StaffSession);

        Assert.Equal(("screener", "utrecht"), (session!.Name, session.Municipality));
        Assert.Contains(StaffRoles.Screener, session.Roles);
    }

    [Fact]
    public async Task Keyring_is_ones_own()
    {
        using var screener = await StaffMember.ArnhemScreenerAsync(point);

        var keyring = await screener.Client.GetFromJsonAsync("/api/v1/staff/keyring", ProtocolJson.Default.StaffKeyring);

        Assert.Equivalent(Setups.Arnhem.Staff[0].Keyring, keyring);
    }

    public void Dispose() => point.Dispose();

    private static Task<HttpResponseMessage> SignInAsync(HttpClient client, string name, string password) =>
        client.PostAsJsonAsync("/api/v1/staff/session", new SignInRequest(name, password), ProtocolJson.Default.SignInRequest);
}

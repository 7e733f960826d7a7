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
    [InlineData("inbox/news")]
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

    [Theory]
    [InlineData("screener")]
    [InlineData("niemand")]
    public async Task Each_wrong_password_after_the_fifth_makes_that_name_wait_longer_whether_it_exists_or_not(string name)
    {
        using var client = point.Client();
        client.DefaultRequestHeaders.Add("X-FieldKit", "1");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.SignInFailed, await SignInAsync(client, name, "fout"));
        }

        await ExpectWaitAsync(client, name, TimeSpan.FromMinutes(1));
        point.Restart();
        using var afterwards = point.Client();
        afterwards.DefaultRequestHeaders.Add("X-FieldKit", "1");
        await ExpectWaitAsync(afterwards, name, TimeSpan.FromMinutes(1));
        point.Clock.Advance(TimeSpan.FromMinutes(1));
        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.SignInFailed, await SignInAsync(afterwards, name, "fout"));
        await ExpectWaitAsync(afterwards, name, TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task Right_password_after_the_wait_signs_in_and_the_count_begins_anew()
    {
        using var client = point.Client();
        client.DefaultRequestHeaders.Add("X-FieldKit", "1");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await SignInAsync(client, "screener", "fout");
        }

        point.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(client, "screener", Setups.UtrechtSecrets.Password)).StatusCode);

        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.SignInFailed, await SignInAsync(client, "screener", "fout"));
        Assert.Equal(["1"], await point.ReadAsync("SELECT wrong FROM sign_in_tries"));
    }

    [Fact]
    public async Task Cookie_that_was_copied_ends_with_its_session()
    {
        var (cookie, member) = await CookieAsync();
        using (await member.DeleteAsync("/api/v1/staff/session"))
        {
        }

        await ExpectNoSessionAsync(cookie);
        member.Dispose();
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_session_of_that_person_and_of_nobody_else()
    {
        var (elsewhere, member) = await CookieAsync();
        using var here = await StaffMember.ScreenerAsync(point);
        using var other = await StaffMember.EditorAsync(point);

        using (var answer = await here.Client.DeleteAsync("/api/v1/staff/sessions"))
        {
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        }

        await ExpectNoSessionAsync(elsewhere);
        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await here.Client.GetAsync("/api/v1/staff/session"));
        Assert.Equal(HttpStatusCode.OK, (await other.Client.GetAsync("/api/v1/staff/session")).StatusCode);
        Assert.Single(await point.ReadAsync("SELECT subject FROM audit WHERE action = 'signed-out-everywhere'"));
        member.Dispose();
    }

    [Fact]
    public async Task Nobody_without_a_session_signs_anybody_out()
    {
        using var nobody = StaffMember.Nobody(point);

        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await nobody.Client.DeleteAsync("/api/v1/staff/sessions"));
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

    private static async Task ExpectWaitAsync(HttpClient client, string name, TimeSpan wait)
    {
        // The right one too: who guesses is not told that this was it.
        var answer = await SignInAsync(client, name, Setups.UtrechtSecrets.Password);
        Assert.Equal(wait, answer.Headers.RetryAfter?.Delta);
        await Expect.RefusalAsync(HttpStatusCode.TooManyRequests, Refusals.TooMany, answer);
    }

    private async Task<(string Cookie, HttpClient Client)> CookieAsync()
    {
        var client = point.Client();
        client.DefaultRequestHeaders.Add("X-FieldKit", "1");
        using var signedIn = await SignInAsync(client, "screener", Setups.UtrechtSecrets.Password);
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        return (cookie, client);
    }

    private async Task ExpectNoSessionAsync(string cookie)
    {
        using var thief = point.Client();
        thief.DefaultRequestHeaders.Add("Cookie", cookie);
        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await thief.GetAsync("/api/v1/staff/session"));
    }

    private static Task<HttpResponseMessage> SignInAsync(HttpClient client, string name, string password) =>
        client.PostAsJsonAsync("/api/v1/staff/session", new SignInRequest(name, password), ProtocolJson.Default.SignInRequest);
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Keys;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Staff.Passkeys;

/// <summary>Signing in with a passkey: who is refused, all alike, and what a session that began so may do.</summary>
public sealed class PasskeySignInTests : IDisposable
{
    private readonly RunningPoint point = new();
    private readonly SoftwareAuthenticator device;

    public PasskeySignInTests() => device = new(point.Address);

    [Fact]
    public async Task Another_sites_form_neither_asks_nor_signs_in()
    {
        using var client = point.ClientWithCookies();

        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await client.PostAsync(PasskeySteps.SignIn + "/options", null));
        await Expect.RefusalAsync(
            HttpStatusCode.Forbidden, Refusals.NotAllowed, await client.PostAsJsonAsync(PasskeySteps.SignIn, new("{}"), ProtocolJson.Default.PasskeyAnswer));
    }

    [Theory]
    [InlineData("another page")]
    [InlineData("another host")]
    [InlineData("a frame")]
    [InlineData("no check of its owner")]
    public async Task Answer_from_elsewhere_or_without_its_owner_is_refused(string how)
    {
        await KeepAsync();
        NewPasskeyTests.Untrue(device, how);
        using var page = StaffMember.Nobody(point);

        await RefusedAsync(await page.TrySignInAsync(device));

        Assert.Single(await point.ReadAsync("SELECT sequence FROM audit WHERE action = 'sign-in-refused'"));
    }

    [Fact]
    public async Task Passkey_that_was_never_kept_is_refused_like_one_that_was_removed_or_has_no_owner()
    {
        using var page = StaffMember.Nobody(point);
        device.UserHandle = Setups.Utrecht.Staff[0].Id.ToString("D");
        await RefusedAsync(await page.TrySignInAsync(device));
        device.UserHandle = Guid.NewGuid().ToString("D");
        await RefusedAsync(await page.TrySignInAsync(device));
        device.UserHandle = "screener";
        await RefusedAsync(await page.TrySignInAsync(device));

        var screener = await KeepAsync();
        var id = Assert.Single(await screener.PasskeysAsync()).Id;
        (await screener.Client.DeleteAsync($"{PasskeySteps.Own}/{id}")).Dispose();

        await RefusedAsync(await page.TrySignInAsync(device));
    }

    [Fact]
    public async Task Nobody_signs_in_as_somebody_else_with_that_ones_number_or_passkey_name()
    {
        await KeepAsync();
        using var editor = await StaffMember.EditorAsync(point);
        using var own = new SoftwareAuthenticator(point.Address);
        await editor.AddAsync(own);
        using var page = StaffMember.Nobody(point);
        var (ownId, ownHandle) = (own.Id, own.UserHandle);

        own.UserHandle = device.UserHandle;
        await RefusedAsync(await page.TrySignInAsync(own));
        own.Id = device.Id;
        await RefusedAsync(await page.TrySignInAsync(own));
        own.UserHandle = ownHandle;
        await RefusedAsync(await page.TrySignInAsync(own));
        own.Id = ownId;
        using var answer = await page.TrySignInAsync(own);
        Assert.Equal("editor", (await answer.Content.ReadFromJsonAsync(ProtocolJson.Default.StaffSession))!.Name);
    }

    [Fact]
    public async Task Answer_is_taken_once_in_the_browser_that_was_asked_and_within_five_minutes()
    {
        await KeepAsync();
        using var page = StaffMember.Nobody(point);
        using var another = StaffMember.Nobody(point);

        var copied = device.Answer(await page.AskAsync());
        await RefusedAsync(await another.AnswerAsync(copied));
        await another.AskAsync();
        await RefusedAsync(await another.AnswerAsync(copied));

        var late = device.Answer(await page.AskAsync());
        point.Clock.Advance(TimeSpan.FromMinutes(5));
        await RefusedAsync(await page.AnswerAsync(late));
        await point.ExecuteAsync("UPDATE passkeys SET sign_count = 0");
        point.Restart();
        device.Origin = point.Address.GetLeftPart(UriPartial.Authority);
        await ReplayAsync();
    }

    [Fact]
    public async Task Wrong_answer_uses_the_question_up_too()
    {
        await KeepAsync();
        using var asked = await BrowserAsync();
        device.IsVerified = false;
        await RefusedAsync(await AnswerAsync(asked.Client, device.Answer(asked.Options)));
        device.IsVerified = true;

        await RefusedAsync(await AnswerAsync(asked.Client, device.Answer(asked.Options)));
    }

    [Fact]
    public async Task Question_to_add_one_signs_nobody_in()
    {
        using var screener = await KeepAsync();
        using var asked = await screener.AskNewAsync();
        var options = (await asked.Content.ReadFromJsonAsync(ProtocolJson.Default.PasskeyOptions))!.Options;

        await RefusedAsync(await screener.AnswerAsync(device.Answer(options)));
    }

    [Fact]
    public async Task Copy_of_a_passkey_that_counts_behind_is_refused()
    {
        await KeepAsync();
        device.Count = 5;
        (await PasskeySteps.WithPasskeyAsync(point, device)).Dispose();
        device.Count = 3;
        using var page = StaffMember.Nobody(point);

        await RefusedAsync(await page.TrySignInAsync(device));
    }

    [Fact]
    public async Task Name_that_waits_after_wrong_passwords_waits_with_its_passkey_too()
    {
        await KeepAsync();
        using var page = StaffMember.Nobody(point);
        for (var tries = 0; tries < 5; tries++)
        {
            await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.SignInFailed, await page.Client.PostAsJsonAsync(
                "/api/v1/staff/session", new("screener", "fout"), ProtocolJson.Default.SignInRequest));
        }

        var answer = await page.TrySignInAsync(device);
        Assert.Equal(TimeSpan.FromMinutes(1), answer.Headers.RetryAfter?.Delta);
        await Expect.RefusalAsync(HttpStatusCode.TooManyRequests, Refusals.TooMany, answer);
        point.Clock.Advance(TimeSpan.FromMinutes(1));
        using var afterwards = await page.TrySignInAsync(device);
        Assert.Equal(HttpStatusCode.OK, afterwards.StatusCode);
        Assert.Equal(["0"], await point.ReadAsync("SELECT count(*) FROM sign_in_tries"));
    }

    [Fact]
    public async Task Trying_passkeys_is_slowed_down()
    {
        using var page = StaffMember.Nobody(point);
        HttpResponseMessage? answer = null;
        for (var attempt = 0; attempt <= 10; attempt++)
        {
            answer?.Dispose();
            answer = await page.Client.PostAsync(PasskeySteps.SignIn, new StringContent("{"));
        }

        Assert.NotNull(answer!.Headers.RetryAfter);
        await Expect.RefusalAsync(HttpStatusCode.TooManyRequests, Refusals.TooMany, answer);
    }

    [Theory]
    [InlineData("editor")]
    [InlineData("")]
    public async Task Passkey_gives_no_role(string roles)
    {
        await KeepAsync();
        await point.ExecuteAsync($"UPDATE staff SET roles = '{roles}' WHERE name = 'screener'");
        using var member = await PasskeySteps.WithPasskeyAsync(point, device);

        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await member.Client.GetAsync("/api/v1/staff/inbox"));
        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await member.Client.GetAsync("/api/v1/staff/members"));
    }

    [Fact]
    public async Task Member_who_is_removed_leaves_no_passkey()
    {
        using var editor = await StaffMember.EditorAsync(point);
        await editor.AddAsync(device);
        using var administrator = await StaffMember.ScreenerAsync(point);
        using var removed = await administrator.Client.PostAsJsonAsync(
            $"/api/v1/staff/members/{Setups.IdOf("editor")}/removal", new(Setups.UtrechtSecrets.Password), ProtocolJson.Default.PasswordAgain);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        using var page = StaffMember.Nobody(point);

        await RefusedAsync(await page.TrySignInAsync(device));

        Assert.Equal(["0"], await point.ReadAsync("SELECT count(*) FROM passkeys"));
    }

    [Fact]
    public async Task Member_who_begins_again_leaves_no_passkey()
    {
        using var editor = await StaffMember.EditorAsync(point);
        await editor.AddAsync(device);
        using var administrator = await StaffMember.ScreenerAsync(point);
        using var again = await administrator.Client.PostAsJsonAsync(
            $"/api/v1/staff/members/{Setups.IdOf("editor")}/start", new(Setups.UtrechtSecrets.Password), ProtocolJson.Default.PasswordAgain);
        using var newcomer = new Newcomer(point, "editor");
        await newcomer.BeginAsync((await again.Content.ReadFromJsonAsync(ProtocolJson.Default.IssuedStart))!.Code);
        using var page = StaffMember.Nobody(point);

        await RefusedAsync(await page.TrySignInAsync(device));
    }

    [Fact]
    public async Task Session_begins_as_with_a_password_and_the_list_says_when()
    {
        using var screener = await KeepAsync();
        point.Clock.Advance(TimeSpan.FromHours(1));

        using var member = await PasskeySteps.WithPasskeyAsync(point, device);

        var kept = Assert.Single(await member.PasskeysAsync());
        Assert.Equal(point.Clock.GetUtcNow(), kept.LastUsedAt);
        Assert.Empty(await member.InboxAsync());
        Assert.Equal([kept.Id.ToString("D")], await point.ReadAsync("SELECT subject FROM audit WHERE action = 'signed-in-with-passkey'"));
        point.Clock.Advance(TimeSpan.FromHours(9) + TimeSpan.FromMinutes(1));
        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await member.Client.GetAsync("/api/v1/staff/inbox"));
    }

    [Fact]
    public async Task Question_names_nobody_and_its_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        using var client = point.Client();
        client.DefaultRequestHeaders.Add("X-FieldKit", "1");

        using var answer = await client.PostAsync(PasskeySteps.SignIn + "/options", null);

        var asked = JsonNode.Parse((await answer.Content.ReadFromJsonAsync(ProtocolJson.Default.PasskeyOptions))!.Options)!;
        Assert.Equal((point.Address.Host, "required", 0), ((string?)asked["rpId"], (string?)asked["userVerification"], asked["allowCredentials"]?.AsArray().Count ?? 0));
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["0"], await point.ReadAsync("SELECT count(*) FROM used_challenges"));
    }

    public void Dispose()
    {
        device.Dispose();
        point.Dispose();
    }

    /// <summary>The same cookie and the same answer, the second time with a session gone in between.</summary>
    private async Task ReplayAsync()
    {
        using var asked = await BrowserAsync();
        var answer = device.Answer(asked.Options);
        using (var first = await AnswerAsync(asked.Client, answer))
        {
            Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        }

        await point.ExecuteAsync("UPDATE passkeys SET sign_count = 0");
        await RefusedAsync(await AnswerAsync(asked.Client, answer));
    }

    private async Task<StaffMember> KeepAsync()
    {
        var screener = await StaffMember.ScreenerAsync(point);
        await screener.AddAsync(device);
        return screener;
    }

    /// <summary>A browser whose cookie stays what it was, whatever the server says.</summary>
    private async Task<AskedBrowser> BrowserAsync()
    {
        var client = point.Client();
        client.DefaultRequestHeaders.Add("X-FieldKit", "1");
        using var answer = await client.PostAsync(PasskeySteps.SignIn + "/options", null);
        client.DefaultRequestHeaders.Add("Cookie", answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        return new(client, (await answer.Content.ReadFromJsonAsync(ProtocolJson.Default.PasskeyOptions))!.Options);
    }

    private static Task<HttpResponseMessage> AnswerAsync(HttpClient client, string credential) =>
        client.PostAsJsonAsync(PasskeySteps.SignIn, new(credential), ProtocolJson.Default.PasskeyAnswer);

    private static Task<Problem> RefusedAsync(HttpResponseMessage answer) => Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.PasskeyRefused, answer);

    private sealed record AskedBrowser(HttpClient Client, string Options) : IDisposable
    {
        public void Dispose() => Client.Dispose();
    }
}

using System.Net;
using System.Net.Http.Json;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;
using FieldKit.TestKit.IdentityProvider;

namespace FieldKit.ReportingPoint.Tests.Staff.Providers;

/// <summary>Signing in with the municipality's own provider: who is refused, and with which word the browser goes on to the desk.</summary>
public sealed class ProviderSignInTests(TwoProviders providers) : IClassFixture<TwoProviders>
{
    private const string Refused = "/desk/?provider=provider-refused";
    private const string Unreachable = "/desk/?provider=provider-unreachable";
    private const string NotLinked = "/desk/?provider=provider-not-linked";

    [Fact]
    public async Task Without_a_provider_there_is_nothing_to_sign_in_with()
    {
        using var point = new RunningPoint();
        using var member = await StaffMember.ScreenerAsync(point);

        Assert.Empty((await member.Client.GetFromJsonAsync("/api/v1/staff/providers", ProtocolJson.Default.IReadOnlyListProviderItem))!);
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await ProvidedPoint.AskAsync(member));
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await member.Client.GetAsync(ProvidedPoint.ReturnOf("utrecht") + "?code=a&state=b"));
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await member.Client.GetAsync(ProvidedPoint.Own));
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await ProvidedPoint.AskToLinkAsync(member));
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await member.Client.DeleteAsync(ProvidedPoint.Own));
    }

    [Fact]
    public async Task Municipality_without_a_provider_has_none_of_anothers()
    {
        await using var provided = await ProvidedPoint.ForUtrechtAsync(providers.Utrecht);
        using var arnhem = await StaffMember.ArnhemScreenerAsync(provided.Point);

        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await ProvidedPoint.AskAsync(arnhem, "arnhem"));
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await arnhem.Client.GetAsync(ProvidedPoint.ReturnOf("arnhem")));
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await arnhem.Client.GetAsync(ProvidedPoint.Own));
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await ProvidedPoint.AskToLinkAsync(arnhem, Setups.ArnhemSecrets.Password));
    }

    [Fact]
    public async Task Another_sites_form_neither_asks_nor_brings_back()
    {
        await using var provided = await ProvidedPoint.ForUtrechtAsync(providers.Utrecht);
        using var form = provided.Point.ClientWithCookies();

        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await form.PostAsync("/api/v1/staff/providers/utrecht/session", null));
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await form.PostAsync(ProvidedPoint.ReturnOf("utrecht"), new FormUrlEncodedContent([new("code", "a")])));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Linked_account_signs_in_and_nothing_of_the_account_is_kept(bool hasSecret)
    {
        await using var provided = await ProvidedPoint.ForUtrechtAsync(providers.Utrecht, hasSecret: hasSecret);
        using var member = await provided.LinkedAsync(providers.Utrecht, "sam-de-vries");
        using var page = StaffMember.Nobody(provided.Point);

        Assert.Equal("/desk/", await ProvidedPoint.SignInAsync(page, providers.Utrecht, "sam-de-vries"));

        Assert.Equal(Setups.IdOf("screener"), (await ProvidedPoint.SessionAsync(page))!.Staff);
        Assert.Empty(await page.InboxAsync());
        Assert.Single(await provided.AuditAsync("signed-in-with-provider"));
        var account = (await page.Client.GetFromJsonAsync(ProvidedPoint.Own, ProtocolJson.Default.ProviderAccount))!;
        Assert.Equal((provided.Point.Clock.GetUtcNow(), provided.Point.Clock.GetUtcNow()), (account.LinkedAt!.Value, account.LastUsedAt!.Value));
        Assert.DoesNotContain(await provided.Point.ReadAsync("SELECT subject FROM audit"), subject => subject.Contains("sam", StringComparison.Ordinal));
        Assert.DoesNotContain("sam-de-vries", provided.Point.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Account_that_nobody_linked_is_refused_and_told_so()
    {
        await using var provided = await ProvidedPoint.ForUtrechtAsync(providers.Utrecht);
        using var page = StaffMember.Nobody(provided.Point);

        // Not even one that is called as a member is.
        Assert.Equal(NotLinked, await ProvidedPoint.SignInAsync(page, providers.Utrecht, "screener"));

        Assert.Null(await ProvidedPoint.SessionAsync(page));
        Assert.Equal(["provider-refused utrecht provider-not-linked"], await provided.AuditAsync("provider-"));
    }

    [Fact]
    public async Task Account_of_who_unlinked_it_or_was_removed_signs_nobody_in()
    {
        await using var provided = await ProvidedPoint.ForUtrechtAsync(providers.Utrecht);
        using var unlinking = await provided.LinkedAsync(providers.Utrecht, "noor");
        using var removed = await provided.LinkedAsync(providers.Utrecht, "bas", StaffRoles.Editor);
        using var page = StaffMember.Nobody(provided.Point);

        (await unlinking.Client.DeleteAsync(ProvidedPoint.Own)).EnsureSuccessStatusCode().Dispose();
        (await unlinking.Client.PostAsJsonAsync(
            $"/api/v1/staff/members/{Setups.IdOf(StaffRoles.Editor)}/removal", new(Setups.UtrechtSecrets.Password), ProtocolJson.Default.PasswordAgain)).EnsureSuccessStatusCode().Dispose();

        Assert.Equal(NotLinked, await ProvidedPoint.SignInAsync(page, providers.Utrecht, "noor"));
        Assert.Equal(NotLinked, await ProvidedPoint.SignInAsync(page, providers.Utrecht, "bas"));
        Assert.Empty(await provided.Point.ReadAsync("SELECT municipality FROM provider_accounts"));
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await unlinking.Client.DeleteAsync(ProvidedPoint.Own));
    }

    [Theory]
    [InlineData("altered", Refused)]
    [InlineData("unsigned", Refused)]
    [InlineData("another key", Refused)]
    [InlineData("expired", Refused)]
    [InlineData("another issuer", Refused)]
    [InlineData("another client", Refused)]
    [InlineData("another nonce", Refused)]
    [InlineData("no nonce", Refused)]
    [InlineData("page", Unreachable)]
    [InlineData("fault", Unreachable)]
    public async Task Wrong_answer_of_the_provider_signs_nobody_in(string how, string outcome)
    {
        await using var provided = await ProvidedPoint.ForUtrechtAsync(providers.Utrecht);
        (await provided.LinkedAsync(providers.Utrecht, "sam")).Dispose();
        (await provided.LinkedAsync(providers.Utrecht, "somebody-else", StaffRoles.Editor)).Dispose();
        using var page = StaffMember.Nobody(provided.Point);
        await providers.Utrecht.AnswerWronglyAsync(how);

        Assert.Equal(outcome, await ProvidedPoint.SignInAsync(page, providers.Utrecht, "sam"));

        Assert.Null(await ProvidedPoint.SessionAsync(page));
        Assert.Equal([$"provider-refused utrecht {outcome.Split('=')[1]}"], await provided.AuditAsync("provider-refused"));
        await providers.Utrecht.AnswerWronglyAsync(null);
        Assert.Equal("/desk/", await ProvidedPoint.SignInAsync(page, providers.Utrecht, "sam"));
    }

    [Fact]
    public async Task Provider_that_is_down_is_said_to_be_and_the_password_goes_on()
    {
        await using var failing = await IdentityProvider.StartAsync();
        await using var provided = await ProvidedPoint.ForUtrechtAsync(failing);
        using var page = StaffMember.Nobody(provided.Point);
        var back = await failing.VisitAsync(await ProvidedPoint.AddressAsync(await ProvidedPoint.AskAsync(page)), "sam");
        await failing.EndAsync();

        Assert.Equal(Unreachable, await ProvidedPoint.ReturnAsync(page.Client, back));
        provided.Point.Restart();
        using var later = StaffMember.Nobody(provided.Point);
        await Expect.RefusalAsync(HttpStatusCode.BadGateway, Refusals.ProviderUnreachable, await ProvidedPoint.AskAsync(later));
        (await StaffMember.ScreenerAsync(provided.Point)).Dispose();
    }

    [Fact]
    public async Task Return_is_taken_once_in_the_browser_that_asked_and_within_ten_minutes()
    {
        await using var provided = await ProvidedPoint.ForUtrechtAsync(providers.Utrecht);
        (await provided.LinkedAsync(providers.Utrecht, "sam")).Dispose();
        using var page = StaffMember.Nobody(provided.Point);
        using var another = StaffMember.Nobody(provided.Point);
        var copied = await providers.Utrecht.VisitAsync(await ProvidedPoint.AddressAsync(await ProvidedPoint.AskAsync(page)), "sam");

        Assert.Equal(Refused, await ProvidedPoint.ReturnAsync(another.Client, copied));
        Assert.Equal("/desk/", await ProvidedPoint.ReturnAsync(page.Client, copied));
        Assert.Equal(Refused, await ProvidedPoint.ReturnAsync(page.Client, copied));

        var late = await providers.Utrecht.VisitAsync(await ProvidedPoint.AddressAsync(await ProvidedPoint.AskAsync(another)), "sam");
        provided.Point.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(Refused, await ProvidedPoint.ReturnAsync(another.Client, late));
        Assert.Null(await ProvidedPoint.SessionAsync(another));
    }

    [Fact]
    public async Task Copy_of_the_browsers_cookies_brings_it_back_no_second_time()
    {
        await using var provided = await ProvidedPoint.ForUtrechtAsync(providers.Utrecht);
        (await provided.LinkedAsync(providers.Utrecht, "sam")).Dispose();
        using var client = provided.Point.Client();
        client.DefaultRequestHeaders.Add("X-FieldKit", "1");
        var asked = await client.PostAsync("/api/v1/staff/providers/utrecht/session", null);
        client.DefaultRequestHeaders.Add("Cookie", string.Join("; ", asked.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0])));
        var back = await providers.Utrecht.VisitAsync(await ProvidedPoint.AddressAsync(asked), "sam");

        Assert.Equal("/desk/", await ProvidedPoint.ReturnAsync(client, back));
        Assert.Equal(Refused, await ProvidedPoint.ReturnAsync(client, back));
    }

    [Fact]
    public async Task Altered_return_is_refused()
    {
        await using var provided = await ProvidedPoint.ForUtrechtAsync(providers.Utrecht);
        (await provided.LinkedAsync(providers.Utrecht, "sam")).Dispose();
        using var page = StaffMember.Nobody(provided.Point);
        var back = await providers.Utrecht.VisitAsync(await ProvidedPoint.AddressAsync(await ProvidedPoint.AskAsync(page)), "sam");

        Assert.Equal(Refused, await ProvidedPoint.ReturnAsync(page.Client, With(back, "state", value => value[..^8] + "AAAAAAAA")));
        Assert.Equal(Refused, await ProvidedPoint.ReturnAsync(page.Client, With(back, "state", _ => "")));
        Assert.Equal(Refused, await ProvidedPoint.ReturnAsync(page.Client, new(back, back.AbsolutePath)));

        // Each return that can be read uses its cookie up.
        Assert.Equal(Refused, await ProvidedPoint.ReturnAsync(page.Client, With(back, "iss", _ => providers.Arnhem.Address.AbsoluteUri)));
        back = await providers.Utrecht.VisitAsync(await ProvidedPoint.AddressAsync(await ProvidedPoint.AskAsync(page)), "sam");
        Assert.Equal(Refused, await ProvidedPoint.ReturnAsync(page.Client, With(back, "code", value => value + "A")));

        // A code that another browser got, for an account that is linked: the verifier of this browser does not fit it (PKCE).
        using var another = StaffMember.Nobody(provided.Point);
        var others = await providers.Utrecht.VisitAsync(await ProvidedPoint.AddressAsync(await ProvidedPoint.AskAsync(another)), "sam");
        back = await providers.Utrecht.VisitAsync(await ProvidedPoint.AddressAsync(await ProvidedPoint.AskAsync(page)), "nobody");
        Assert.Equal(Refused, await ProvidedPoint.ReturnAsync(page.Client, With(back, "code", _ => ValueOf(others, "code"))));
        Assert.Null(await ProvidedPoint.SessionAsync(page));
    }

    [Fact]
    public async Task Who_turns_away_at_the_provider_is_told_that_nothing_happened()
    {
        await using var provided = await ProvidedPoint.ForUtrechtAsync(providers.Utrecht);
        using var page = StaffMember.Nobody(provided.Point);

        Assert.Equal("/desk/?provider=provider-cancelled", await ProvidedPoint.SignInAsync(page, providers.Utrecht, account: null));
    }

    [Fact]
    public async Task Another_municipalitys_provider_signs_nobody_in_here_with_the_same_subject()
    {
        await using var provided = await ProvidedPoint.StartAsync(new Dictionary<string, IdentityProvider> { ["utrecht"] = providers.Utrecht, ["arnhem"] = providers.Arnhem });
        (await provided.LinkedAsync(providers.Utrecht, "sam")).Dispose();
        using var page = StaffMember.Nobody(provided.Point);

        Assert.Equal(NotLinked, await ProvidedPoint.SignInAsync(page, providers.Arnhem, "sam", "arnhem"));

        // A return of the one brought to the other: state, code and issuer are each for one.
        var ofArnhem = await providers.Arnhem.VisitAsync(await ProvidedPoint.AddressAsync(await ProvidedPoint.AskAsync(page, "arnhem")), "sam");
        Assert.Equal(Refused, await ProvidedPoint.ReturnAsync(page.Client, new(provided.Point.Address, ProvidedPoint.ReturnOf("utrecht") + ofArnhem.Query)));
        var ofUtrecht = await providers.Utrecht.VisitAsync(await ProvidedPoint.AddressAsync(await ProvidedPoint.AskAsync(page)), "nobody");
        Assert.Equal(Refused, await ProvidedPoint.ReturnAsync(page.Client, With(With(ofUtrecht, "code", _ => ValueOf(ofArnhem, "code")), "iss", _ => ValueOf(ofArnhem, "iss"))));
        ofUtrecht = await providers.Utrecht.VisitAsync(await ProvidedPoint.AddressAsync(await ProvidedPoint.AskAsync(page)), "nobody");
        Assert.Equal(Refused, await ProvidedPoint.ReturnAsync(page.Client, With(ofUtrecht, "code", _ => ValueOf(ofArnhem, "code"))));
        Assert.Null(await ProvidedPoint.SessionAsync(page));
    }

    [Fact]
    public async Task One_provider_for_two_municipalities_keeps_their_members_apart()
    {
        await using var provided = await ProvidedPoint.StartAsync(new Dictionary<string, IdentityProvider> { ["utrecht"] = providers.Utrecht, ["arnhem"] = providers.Utrecht });
        (await provided.LinkedAsync(providers.Utrecht, "sam")).Dispose();
        using var page = StaffMember.Nobody(provided.Point);

        Assert.Equal(NotLinked, await ProvidedPoint.SignInAsync(page, providers.Utrecht, "sam", "arnhem"));
        Assert.Equal("/desk/", await ProvidedPoint.SignInAsync(page, providers.Utrecht, "sam"));
    }

    [Fact]
    public async Task Name_that_waits_after_wrong_passwords_waits_with_its_provider_too_and_refusals_make_none_wait()
    {
        await using var provided = await ProvidedPoint.ForUtrechtAsync(providers.Utrecht);
        (await provided.LinkedAsync(providers.Utrecht, "sam")).Dispose();
        using var page = StaffMember.Nobody(provided.Point);
        for (var tries = 0; tries < 5; tries++)
        {
            await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.SignInFailed, await page.Client.PostAsJsonAsync(
                "/api/v1/staff/session", new("screener", "fout"), ProtocolJson.Default.SignInRequest));
        }

        Assert.Equal("/desk/?provider=too-many-requests", await ProvidedPoint.SignInAsync(page, providers.Utrecht, "sam"));
        provided.Point.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("/desk/", await ProvidedPoint.SignInAsync(page, providers.Utrecht, "sam"));
    }

    [Fact]
    public async Task Address_that_comes_back_too_often_is_sent_on_with_a_word()
    {
        await using var provided = await ProvidedPoint.ForUtrechtAsync(providers.Utrecht);
        using var page = StaffMember.Nobody(provided.Point);
        var outcomes = new List<string>();
        for (var tries = 0; tries < 11; tries++)
        {
            outcomes.Add(await ProvidedPoint.ReturnAsync(page.Client, new(provided.Point.Address, ProvidedPoint.ReturnOf("utrecht") + "?code=a&state=b")));
        }

        Assert.Equal("/desk/?provider=too-many-requests", outcomes[^1]);
        Assert.All(outcomes[..^1], outcome => Assert.Equal(Refused, outcome));
    }

    [Fact]
    public async Task What_lies_in_the_browser_meanwhile_is_for_the_way_back_alone_and_the_question_is_as_it_should_be()
    {
        await using var provided = await ProvidedPoint.ForUtrechtAsync(providers.Utrecht);
        using var page = StaffMember.Nobody(provided.Point);
        using var asked = await ProvidedPoint.AskAsync(page);

        var cookies = asked.Headers.GetValues("Set-Cookie").ToList();
        Assert.Equal(2, cookies.Count);
        Assert.All(cookies, cookie =>
        {
            Assert.StartsWith("fieldkit-provider-", cookie, StringComparison.Ordinal);
            Assert.Contains($"path={ProvidedPoint.ReturnOf("utrecht")};", cookie, StringComparison.Ordinal);
            Assert.Contains("samesite=lax; httponly", cookie, StringComparison.Ordinal);
        });

        // The rest of the question was pushed to the provider itself, which then gives it back by name (RFC 9126).
        var address = await ProvidedPoint.AddressAsync(asked);
        Assert.Equal((providers.Utrecht.Address.Authority, "/auth", IdentityProvider.Client), (address.Authority, address.AbsolutePath, ValueOf(address, "client_id")));
        Assert.StartsWith("urn:ietf:params:oauth:request_uri:", ValueOf(address, "request_uri"), StringComparison.Ordinal);
    }

    private static Uri With(Uri address, string name, Func<string, string> change)
    {
        var parts = address.Query.TrimStart('?').Split('&').Select(part => part.Split('=', 2))
            .Select(part => part[0] == name ? $"{name}={Uri.EscapeDataString(change(Uri.UnescapeDataString(part[1])))}" : string.Join('=', part));
        return new(address, $"{address.AbsolutePath}?{string.Join('&', parts)}");
    }

    private static string ValueOf(Uri address, string name) =>
        Uri.UnescapeDataString(address.Query.TrimStart('?').Split('&').Single(part => part.StartsWith($"{name}=", StringComparison.Ordinal))[(name.Length + 1)..]);
}
